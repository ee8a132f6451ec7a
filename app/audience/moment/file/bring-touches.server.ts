import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { insertTouches } from '../touch/touch.store.server.ts';
import { planTouches, type TouchFileGiven } from './plan-touches.server.ts';
import type { TouchPlan } from './touch-file.ts';

export type BroughtTouches =
  /** `added` and the plan's other counts are all its rows. */
  { kind: 'brought'; added: number; plan: TouchPlan } | { kind: 'refused'; message: string };

/** Brings a file of touches in, as it stands now and not as it stood when it was looked at. Again it adds nothing. */
export async function bringTouches(
  house: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { actor, ...given }: TouchFileGiven & { actor: Actor },
): Promise<BroughtTouches> {
  const planned = await planTouches(house, workspace, given);
  if (planned.kind === 'refused') return planned;
  const { plan } = planned;
  const { ids, clock } = house;
  const now = clock.now();
  const touches = plan.fresh.map((touch) => ({ ...touch, id: ids.make() }));
  const added = await house.db.transaction().execute(async (tx) => {
    const inserted = await insertTouches(tx, workspace, touches, { by: actor, now });
    const entry = { id: ids.make(), at: now, actor, act: 'bring_touches', subject: workspace.id };
    const detail = { rows: plan.rows, added: inserted, setAside: plan.setAside.length };
    await writeAudit(tx, workspace, { ...entry, detail });
    return inserted;
  });
  // What somebody else brought in meanwhile was known after all.
  const known = plan.known + touches.length - added;
  return { kind: 'brought', added, plan: { ...plan, known } };
}

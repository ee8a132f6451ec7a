import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { changeOf, firstActOf, noteOf } from './act-words.ts';
import { dayAt } from './due-time.ts';
import {
  type ActedOn,
  findLastActor,
  insertNote,
  lockForAct,
  writeChange,
  writeFirstAct,
} from './follow-up.store.server.ts';
import { type Act, type ActRefusal, isClosed } from './follow-up.ts';
import type { Hooks } from './hooks.server.ts';
import { houseHooks } from './house-hooks.server.ts';
import { type AbleMember, findAbleMember } from './member.store.server.ts';

export interface Acting {
  /** With the revision that was seen; left out where nobody looked at a page. */
  on: readonly { id: string; revision?: number | undefined }[];
  /** In this order. */
  acts: readonly Act[];
  actor: Actor;
}

export type Acted = { kind: 'done' } | { kind: 'unknown' } | { kind: 'refused'; refusal: ActRefusal };

/** Says from inside the transaction that nothing of it may stay. */
class Refused extends Error {
  readonly outcome: Exclude<Acted, { kind: 'done' }>;

  constructor(outcome: Exclude<Acted, { kind: 'done' }>) {
    super('an act on follow-ups was refused');
    this.outcome = outcome;
  }
}

/** Does these acts with all of the follow-ups, or nothing with any of them. */
export async function actOnFollowUps(
  house: House,
  workspace: Workspace,
  { on, acts, actor }: Acting,
  hooks: Hooks = houseHooks(house),
): Promise<Acted> {
  // In one order, so that two members who act on the same ones do not wait for each other crosswise.
  const sorted = [...on].sort((a, b) => (a.id < b.id ? -1 : 1));
  try {
    await inTransaction(house.db, async (tx) => {
      const inside = { ...house, db: tx };
      const owners = await readOwners(inside, workspace, acts);
      const rules = await readAskingRules(tx, workspace);
      const dayOf = (at: number) => dayAt(at, rules);
      const given = { acts, actor, owners, dayOf };
      for (const one of sorted) await actOnOne(inside, workspace, one, given, hooks);
    });
    return { kind: 'done' };
  } catch (fault) {
    if (fault instanceof Refused) return fault.outcome;
    throw fault;
  }
}

async function readOwners(
  { db: tx }: House,
  workspace: Workspace,
  acts: readonly Act[],
): Promise<Map<string, AbleMember>> {
  const owners = new Map<string, AbleMember>();
  for (const act of acts) {
    if (act.kind !== 'reassign') continue;
    const owner = await findAbleMember(tx, workspace, act.ownerId);
    if (!owner) throw new Refused({ kind: 'refused', refusal: { kind: 'unknown_member' } });
    owners.set(owner.id, owner);
  }
  return owners;
}

interface OneAct {
  acts: readonly Act[];
  actor: Actor;
  owners: ReadonlyMap<string, AbleMember>;
  /** The day by the clock of the workspace. */
  dayOf: (at: number) => string;
}

async function actOnOne(
  house: House,
  workspace: Workspace,
  { id, revision }: Acting['on'][number],
  { acts, actor, owners, dayOf }: OneAct,
  hooks: Hooks,
): Promise<void> {
  const seen = await lockForAct(house.db, house.engine, workspace, id);
  if (!seen) throw new Refused({ kind: 'unknown' });
  // A word on it is added to whatever stands there.
  const isWordOnly = acts.every(({ kind }) => kind === 'comment');
  if (!isWordOnly && revision !== undefined && revision !== seen.revision)
    throw new Refused({ kind: 'refused', refusal: await movedOn(house, workspace, id) });
  for (const act of acts) {
    const now = (await lockForAct(house.db, house.engine, workspace, id))!;
    const refusal = refusalOf(now, act);
    if (refusal) throw new Refused({ kind: 'refused', refusal });
    await doAct(house, workspace, { now, act, actor, owners, dayOf }, hooks);
  }
  const event = { kind: 'follow_up.changed', id, personaId: seen.personaId, at: house.clock.now() } as const;
  await hooks.onEvent(house.db, workspace, event);
}

async function movedOn({ db: tx }: House, workspace: Workspace, id: string): Promise<ActRefusal> {
  return { kind: 'moved_on', id, by: await findLastActor(tx, workspace, id) };
}

function refusalOf({ id, state, toldAt }: ActedOn, act: Act): ActRefusal | null {
  if (act.kind === 'comment') return null;
  if (act.kind !== 'tell') return isClosed(state) ? { kind: 'closed', id } : null;
  if (!isClosed(state)) return { kind: 'not_closed', id };
  return toldAt === null ? null : { kind: 'told_before', id };
}

async function doAct(
  house: House,
  workspace: Workspace,
  { now, act, actor, owners, dayOf }: Omit<OneAct, 'acts'> & { now: ActedOn; act: Act },
  hooks: Hooks,
): Promise<void> {
  const { db: tx, ids, clock } = house;
  const at = clock.now();
  const change = changeOf(act, at);
  if (change) {
    const first = firstActOf(act) && now.firstActAt === null ? { first_act_at: at } : {};
    const written = { id: now.id, revision: now.revision, change: { ...change, ...first } };
    if (!(await writeChange(tx, workspace, written)))
      throw new Refused({ kind: 'refused', refusal: await movedOn(house, workspace, now.id) });
  } else await writeFirstAct(tx, workspace, now.id, at);
  await insertNote(tx, workspace, {
    ...noteOf(act, { owners, dayOf }),
    id: ids.make(),
    followUpId: now.id,
    at,
    actor,
  });
  await writeAudit(tx, workspace, {
    ...{ id: ids.make(), at, actor, act: `follow_up_${act.kind}`, subject: now.id },
    detail: { personaId: now.personaId, from: now.state },
  });
  if (act.kind === 'tell') {
    const { waveId, personaId, invitationId } = now;
    await hooks.onTold(tx, workspace, { waveId, personaId, invitationId, at });
  }
}

import { createEndpoint } from '#app/followup/hook/endpoint/create-endpoint.server.ts';
import type { Happening } from '#app/followup/hook/event/hook-kinds.ts';
import { writeEvents } from '#app/followup/hook/event/write-events.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Engine } from '#db/migrations/kit.ts';
import type { HookReceiver } from './hook-receiver.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from './house.ts';

export interface HookDesk extends TestHouse {
  workspace: Workspace;
  memberId: string;
}

/** A house whose webhooks may reach these receivers on loopback. */
export async function openHookDesk(engine: Engine, receivers: readonly HookReceiver[]): Promise<HookDesk> {
  const open = await openTestHouse({ engine, vars: reaching(receivers) });
  return { ...open, ...(await foundTestWorkspace(open.house)) };
}

export function reaching(receivers: readonly HookReceiver[]): Record<string, string> {
  return { WEBHOOK_HTTP: 'on', WEBHOOK_PRIVATE_HOSTS: receivers.map(({ host }) => host).join(',') };
}

/** An endpoint that hears of changed follow-ups, and its secret. */
export async function makeEndpoint(
  { house, workspace, memberId }: Pick<HookDesk, 'house' | 'workspace' | 'memberId'>,
  url: string,
  more: Partial<Parameters<typeof createEndpoint>[2]> = {},
): Promise<{ id: string; secret: string }> {
  const made = await createEndpoint(house, workspace, {
    ...{ url, description: '', kinds: ['follow_up.changed'], format: 'standard', carriesNames: false },
    ...{ actor: memberId, ...more },
  });
  if (made.kind !== 'created') throw new Error(JSON.stringify(made));
  return { id: made.id, secret: made.secret ?? '' };
}

/** A follow-up that was changed now. */
export function changed(house: House, subject: string): Happening {
  return {
    ...{ kind: 'follow_up.changed', subject, at: house.clock.now() },
    data: {
      ...{
        follow_up: `fol_${subject}`,
        persona: { id: 'buyer', name: 'Buyer' },
        programme: 'pro_1',
        wave: null,
      },
      ...{ account: 'acc_1', person: 'per_1', owner: 'mem_1', due_on: '2026-12-04' },
      ...{ state: 'doing', was_told: false },
    },
    names: { account_name: 'Acme', person_name: 'Ann Canary', owner_name: 'Bo', what: 'They wrote: canary' },
  };
}

export function tell(house: House, workspace: Workspace, happenings: readonly Happening[]): Promise<number> {
  return house.db.transaction().execute((tx) => tellIn(tx, house, workspace, happenings));
}

export function tellIn(
  tx: Db,
  { ids }: House,
  workspace: Workspace,
  happenings: readonly Happening[],
): Promise<number> {
  return writeEvents({ db: tx, ids }, workspace, happenings);
}

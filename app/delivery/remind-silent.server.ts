import { DAY } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import { insertMessages, listInvitationAddresses } from './delivery.store.server.ts';
import {
  listReminding,
  listSilent,
  markReminded,
  type Nth,
  type RemindingWave,
  type Stretch,
} from './reminder.store.server.ts';

const BATCH = 500;

/**
 * Queues reminders to those who were written to long enough ago and have said nothing. An answer or a wish not to be
 * asked that comes before a reminder leaves stops it still, as for every letter.
 */
export async function remindSilent(house: House): Promise<void> {
  for (const wave of await listReminding(house.db))
    for (const nth of [1, 2] as const) if (nth <= wave.reminders) await remindOf(house, wave, nth);
}

async function remindOf(house: House, wave: RemindingWave, nth: Nth): Promise<void> {
  // The wave's row is the proof: it is of this workspace.
  const workspace = mintWorkspace(wave.workspaceId);
  const from = nth === 1 ? wave.reminded_first : wave.reminded_second;
  const to = house.clock.now() - wave.afterDays * DAY;
  if (to <= from) return;
  let after: Stretch['after'] = null;
  do {
    const stretch: Stretch = { waveId: wave.waveId, nth, from, to, after, limit: BATCH };
    after = await house.db.transaction().execute((tx) => remindStretch(house, tx, workspace, stretch));
  } while (after);
}

/** The last letter looked at; null where there are no more, which is kept together with the last reminders. */
async function remindStretch(
  house: House,
  tx: Db,
  workspace: Workspace,
  stretch: Stretch,
): Promise<Stretch['after']> {
  const { nth, limit } = stretch;
  const letters = await listSilent(tx, workspace, stretch);
  const silent = letters.filter(
    (row) => row.responseId === null && row.marked === null && row.revoked_at === null,
  );
  const ids = silent.map(({ invitationId }) => invitationId);
  const addresses = ids.length === 0 ? [] : await listInvitationAddresses(tx, workspace, ids);
  const reminders = addresses.map((to) => toReminder(house, to, nth));
  if (reminders.length > 0) await insertMessages(tx, workspace, reminders);
  const last = letters.length === limit ? letters.at(-1)! : null;
  if (!last) await markReminded(tx, workspace, stretch);
  return last && { takenAt: last.takenAt!, id: last.id };
}

function toReminder(house: House, to: { id: string; waveId: string; email: string }, nth: Nth) {
  const id = house.ids.make();
  return {
    ...{ id, invitationId: to.id, waveId: to.waveId, toAddress: to.email, at: house.clock.now() },
    messageId: `<i.${id}@${house.env.mailFrom.split('@')[1]!}>`,
    ...{ kind: 'reminder' as const, ordinal: nth },
  };
}

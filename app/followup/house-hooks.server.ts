import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { tellOne } from '#app/programme/told/tell-one.server.ts';
import { dayAt } from './due-time.ts';
import { listListening } from './hook/endpoint/endpoint.store.server.ts';
import { writeEvents } from './hook/event/write-events.server.ts';
import type { FollowUpEvent, Hooks } from './hooks.server.ts';
import { findRow } from './queue/queue.store.server.ts';

/** What a follow-up moves beside itself: whom nobody owes an answer any more, and who listens by webhook. */
export function houseHooks(house: Pick<House, 'ids'>): Hooks {
  return {
    onTold: async (tx, workspace, { waveId, personaId, invitationId, at }) => {
      // Where the promise lets nobody know who it was, only the letter to all of them settles what is owed.
      if (waveId === null || invitationId === null) return;
      await tellOne(tx, workspace, { waveId, personaId, invitationId, at });
    },
    onEvent: (tx, workspace, event) => tellListeners(house, tx, workspace, event),
  };
}

async function tellListeners(
  house: Pick<House, 'ids'>,
  tx: Db,
  workspace: Workspace,
  { kind, id, personaId, at }: FollowUpEvent,
): Promise<void> {
  if ((await listListening(tx, workspace)).length === 0) return;
  const row = await findRow(tx, workspace, id);
  const persona = (await listPersonas(tx, workspace)).find((one) => one.id === personaId);
  if (!row || !persona) return;
  const about = {
    follow_up: toSlug('followUp', id),
    persona: { id: persona.id, name: persona.name },
    programme: toSlug('programme', row.programmeId),
    wave: row.waveId && toSlug('wave', row.waveId),
    account: row.accountId && toSlug('account', row.accountId),
    person: row.personId && toSlug('person', row.personId),
    owner: toSlug('member', row.ownerId),
    due_on: dayAt(row.dueAt, await readAskingRules(tx, workspace)),
  };
  const names = {
    account_name: row.accountName,
    person_name: row.personName,
    owner_name: row.ownerName,
    what: row.what,
  };
  const inside = { ...house, db: tx };
  if (kind === 'follow_up.opened') {
    const data = { ...about, opened_by: row.ruleId === null ? ('member' as const) : ('rule' as const) };
    await writeEvents(inside, workspace, [{ kind, subject: id, at, data, names }]);
    return;
  }
  const data = { ...about, state: row.state, was_told: row.toldAt !== null };
  // Each change is a happening of its own.
  await writeEvents(inside, workspace, [{ kind, subject: `${id} ${row.revision} ${at}`, at, data, names }]);
}

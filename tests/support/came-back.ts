import { insertEvents } from '#app/delivery/event/event.store.server.ts';
import type { EventKind } from '#app/delivery/event/mail-event.ts';
import { takeEvents } from '#app/delivery/event/take-events.server.ts';
import type { House } from '#app/platform/house.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Desk } from './asking.ts';

interface Word {
  kind: EventKind;
  status?: string;
  detail?: string;
}

export interface Said extends Word {
  /** Whose mail it is about, and which: the letter, unless it is the reminder. */
  name: string;
  about?: 'invitation' | 'reminder';
}

/** A mail server says something of mails that are out, in the way that events come in. */
export async function tell(desk: Desk, said: readonly Said[]): Promise<void> {
  const words = [];
  for (const { name, about, ...word } of said) words.push({ ...word, id: await mailTo(desk, name, about) });
  await tellOf(desk.house, words);
}

async function tellOf(house: House, words: readonly (Word & { id: string })[]): Promise<void> {
  const now = house.clock.now();
  const events = words.map(({ id, kind, status, detail }) => ({
    ...{ provider: 'mail' as const, eventId: `${kind} ${id}`, kind, status: status ?? null },
    ...{ detail: detail ?? '', occurredAt: now, about: { id } },
  }));
  await insertEvents(house.db, events, now);
  while (await takeEvents(house));
}

/** The id of the first letter to somebody, or of the reminder. */
export async function mailTo(
  { house, workspace }: Pick<Desk, 'house' | 'workspace'>,
  name: string,
  kind: 'invitation' | 'reminder' = 'invitation',
): Promise<string> {
  const { id } = await house.db
    .selectFrom('outbound_message as m')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'm.workspace_id').onRef('i.id', '=', 'm.invitation_id'),
    )
    .innerJoin('person as p', (on) =>
      on.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.id', '=', 'i.person_id'),
    )
    .select('m.id')
    .where('m.workspace_id', '=', workspace.id)
    .where('p.name', '=', name)
    .where('m.kind', '=', kind)
    .executeTakeFirstOrThrow();
  return id;
}

/** Nobody knows whether this mail arrived, as after a line that broke. */
export async function doubt({ house, workspace }: Pick<Desk, 'house' | 'workspace'>, id: string) {
  await house.db
    .updateTable('outbound_message')
    .set({ state: 'in_doubt', doubted_at: house.clock.now(), settled_at: null })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .execute();
}

export interface ReturnPlaces {
  /** Whose mail came back for good, and where the seat is empty since. */
  returnedPerson: string;
  returnedAccount: string;
}

/** In a wave that is open, one mail came back for good and one for now, one was marked as spam, and one is in doubt. */
export async function leaveReturns(
  house: House,
  workspace: Workspace,
  waveId: string,
): Promise<ReturnPlaces> {
  // The last of those who kept silent: the first ones are who other pages are about.
  const [gone, full, angry, lost] = await house.db
    .selectFrom('outbound_message as m')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'm.workspace_id').onRef('i.id', '=', 'm.invitation_id'),
    )
    .leftJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.invitation_id', '=', 'i.id'),
    )
    .select(['m.id', 'i.person_id as personId', 'i.account_id as accountId'])
    .where('m.workspace_id', '=', workspace.id)
    .where('m.wave_id', '=', waveId)
    .where('m.kind', '=', 'invitation')
    .where('m.state', '=', 'accepted')
    .where('r.id', 'is', null)
    .orderBy('i.id', 'desc')
    .limit(4)
    .execute();
  await tellOf(house, [
    { id: gone!.id, kind: 'hard_bounce', status: '5.1.1', detail: '550 5.1.1 No such mailbox here' },
    { id: full!.id, kind: 'soft_bounce', status: '4.2.2', detail: '452 4.2.2 Mailbox is full' },
    { id: angry!.id, kind: 'complaint' },
  ]);
  await doubt({ house, workspace }, lost!.id);
  return {
    returnedPerson: toSlug('person', gone!.personId),
    returnedAccount: toSlug('account', gone!.accountId),
  };
}

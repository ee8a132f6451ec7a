import { insertEvents } from '#app/delivery/event/event.store.server.ts';
import type { EventKind, MailEvent } from '#app/delivery/event/mail-event.ts';
import { takeEvents } from '#app/delivery/event/take-events.server.ts';
import { sendNotices } from '#app/delivery/notice/send-notices.server.ts';
import { tellOfLeavers } from '#app/delivery/notice/tell-left.server.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { returnAddress } from '#app/delivery/return-address.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { anotherDesk, type Desk, draftWave, seat } from './asking.ts';
import type { TestHouse } from './house.ts';
import type { About } from './returned-mails.ts';

/** A workspace that has mailed people, and what the world says of that. */
export interface MailDesk extends Desk {
  programmeId: string;
  waveId: string;
  owner: string;
}

/** Mails one buyer for each name, at an account of their own, from a workspace of its own. */
export async function mailPeople({ house }: TestHouse, ...names: string[]): Promise<MailDesk> {
  const desk = await anotherDesk(house, 'Northwind Metrics');
  const { waveId, programmeId } = await draftWave(desk, ['buyer']);
  const roleIds = [];
  for (const name of names)
    roleIds.push(...(await seat(desk, { name, account: `${name} & Co`, personaIds: ['buyer'] })));
  const ask = { waveId, roleIds, actor: desk.memberId };
  await sendWave(house, desk.workspace, ask, queueMessages(house));
  while (await sendDueMessages(house));
  const { email } = await house.db
    .selectFrom('member')
    .select('email')
    .where('workspace_id', '=', desk.workspace.id)
    .executeTakeFirstOrThrow();
  return { ...desk, waveId, programmeId, owner: email };
}

/** The ledger's row of the mail to this person. */
export function messageTo({ house, workspace }: Desk, name: string) {
  return house.db
    .selectFrom('outbound_message as m')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'm.workspace_id').onRef('i.id', '=', 'm.invitation_id'),
    )
    .innerJoin('person as p', (on) =>
      on.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.id', '=', 'i.person_id'),
    )
    .selectAll('m')
    .where('m.workspace_id', '=', workspace.id)
    .where('p.name', '=', name)
    .executeTakeFirstOrThrow();
}

/** What a mail server knows of the mail to this person. */
export async function aboutMailTo(desk: Desk, name: string): Promise<About> {
  const { id, to_address: to, message_id: messageId } = await messageTo(desk, name);
  return { returnPath: returnAddress(desk.house.env, id), to, messageId };
}

let told = 0;

/** Says one thing of the mail to this person; it lies there until it is taken in. */
export async function say(
  desk: Desk,
  name: string,
  kind: EventKind,
  more: Partial<Pick<MailEvent, 'status' | 'detail' | 'occurredAt' | 'about' | 'provider' | 'eventId'>> = {},
): Promise<void> {
  told += 1;
  const eventId = `told-${told}`;
  const { message_id: messageId } = await messageTo(desk, name);
  const now = desk.house.clock.now();
  const event = {
    provider: 'ses',
    eventId,
    status: null,
    detail: '',
    occurredAt: now,
  } as const;
  await insertEvents(desk.house.db, [{ ...event, kind, about: { messageId }, ...more }], now);
}

/** The same, and it is taken in. */
export async function hear(...said: Parameters<typeof say>): Promise<void> {
  await say(...said);
  await takeAll(said[0]);
}

export async function takeAll({ house }: Pick<Desk, 'house'>): Promise<void> {
  while (await takeEvents(house));
}

/** Tells owners everything that is due. */
export async function tellAll({ house }: Pick<Desk, 'house'>): Promise<void> {
  await tellOfLeavers(house);
  while (await sendNotices(house));
}

export function noticesOf({ house, workspace }: Desk) {
  return house.db
    .selectFrom('notice')
    .selectAll()
    .where('workspace_id', '=', workspace.id)
    .orderBy('id')
    .execute();
}

export function suppressionsOf({ house, workspace }: Desk) {
  return house.db
    .selectFrom('suppression')
    .select(['reason', 'domain', 'key_id as keyId'])
    .where('workspace_id', '=', workspace.id)
    .execute();
}

import { insertEvents } from '#app/delivery/event/event.store.server.ts';
import type { EventKind } from '#app/delivery/event/mail-event.ts';
import { takeEvents } from '#app/delivery/event/take-events.server.ts';
import type { Desk } from './asking.ts';

export interface Said {
  /** Whose mail it is about, and which: the letter, unless it is the reminder. */
  name: string;
  about?: 'invitation' | 'reminder';
  kind: EventKind;
  status?: string;
  detail?: string;
}

/** A mail server says something of mails that are out, in the way that events come in. */
export async function tell({ house, workspace }: Desk, said: readonly Said[]): Promise<void> {
  const now = house.clock.now();
  const events = [];
  for (const { name, about, kind, status, detail } of said) {
    const id = await mailTo({ house, workspace }, name, about);
    events.push({
      ...{ provider: 'mail' as const, eventId: `${kind} ${id}`, kind, status: status ?? null },
      ...{ detail: detail ?? '', occurredAt: now, about: { id } },
    });
  }
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

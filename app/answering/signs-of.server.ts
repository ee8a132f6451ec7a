import type { Evidence } from './held/held.ts';
import { signsOfMachine } from './machine-signs.ts';
import { readShown } from './render-nonce.server.ts';
import type { Sent } from './sent-form.ts';
import { openingsOf, type Visit } from './visit.server.ts';

/** What in a press speaks for a machine; nothing of it for nearly everybody. */
export function signsOf(
  visit: Visit,
  { shown, submitId, moved, honeypot }: Sent,
  invitationId: string,
): Evidence[] {
  const { env, clock } = visit.house;
  const read = readShown(env, invitationId, submitId, shown);
  return signsOfMachine({ shown: read, pressedAt: clock.now(), moved, honeypot, opened: openingsOf(visit) });
}

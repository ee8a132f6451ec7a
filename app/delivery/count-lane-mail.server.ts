import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listLaterReturns } from './came-back/came-back.store.server.ts';
import {
  graver,
  MAIL_OUTCOMES,
  type MailOutcome,
  type ToldOutcome,
  toMailOutcome,
} from './came-back/mail-outcome.ts';
import type { LaneMail } from './lane-mail.ts';
import { MAIL_STANDINGS, STANDING_OF } from './message-state.ts';
import { countWaveMail } from './wave-mail.store.server.ts';

/**
 * Everybody asked in a wave, by persona and by what became of their first letter. Where a later mail to the same person
 * came back, that is what is known of them.
 */
export async function countLaneMail(db: Db, workspace: Workspace, waveId: string): Promise<LaneMail[]> {
  const lanes = new Map<string, LaneMail>();
  for (const { personaId, state, outcome, messages } of await countWaveMail(db, workspace, { waveId })) {
    const lane = lanes.get(personaId) ?? emptyLane(personaId);
    lanes.set(personaId, lane);
    lane.asked += messages;
    lane.counts[STANDING_OF[state]] += messages;
    if (STANDING_OF[state] === 'sent') lane.outcomes[toMailOutcome(outcome)] += messages;
  }
  for (const { personaId, first, gravest } of gravestOf(await listLaterReturns(db, workspace, waveId))) {
    const { outcomes } = lanes.get(personaId)!;
    outcomes[first] -= 1;
    outcomes[gravest] += 1;
  }
  return [...lanes.values()];
}

function emptyLane(personaId: string): LaneMail {
  return { personaId, asked: 0, counts: zeros(MAIL_STANDINGS), outcomes: zeros(MAIL_OUTCOMES) };
}

function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}

interface LaterReturn {
  invitationId: string;
  personaId: string;
  outcome: ToldOutcome | null;
  firstOutcome: ToldOutcome | null;
}

/** One for each person, however many of the later mails to them came back. */
function gravestOf(rows: readonly LaterReturn[]) {
  const people = new Map<string, { personaId: string; first: MailOutcome; gravest: MailOutcome }>();
  for (const { invitationId, personaId, outcome, firstOutcome } of rows) {
    const first = toMailOutcome(firstOutcome);
    const known = people.get(invitationId)?.gravest ?? first;
    people.set(invitationId, { personaId, first, gravest: graver(known, toMailOutcome(outcome)) });
  }
  return people.values();
}

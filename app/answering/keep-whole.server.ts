import { keepAnswers } from './keep-response.server.ts';
import type { OnKept } from './keep-together.server.ts';
import { openPressed } from './open-link.server.ts';
import type { Sent } from './sent-form.ts';
import { signsOf } from './signs-of.server.ts';
import { turnPage } from './turn-page.ts';
import type { Visit } from './visit.server.ts';

/**
 * Keeps a survey that came whole from somebody who had begun nothing: most presses are that, and need no page and so
 * nobody's name. False where anything stands in the way; nothing is kept then, and whoever draws pages says what it is.
 */
export async function keepWhole(visit: Visit, sent: Sent, onKept: OnKept): Promise<boolean> {
  const { house, token } = visit;
  if (sent.turn.go !== 'send') return false;
  const link = await openPressed(house.db, token, house.clock.now());
  if (!link) return false;
  const { questionSet, invitationId, languages } = link.door;
  const isSpoken = languages.length === 1 || languages.includes(sent.language ?? '');
  const isWhole = turnPage(questionSet.questions, sent.given, sent.turn).kind === 'send';
  if (!isSpoken || !isWhole || signsOf(visit, sent, invitationId).length > 0) return false;
  const outcome = await keepAnswers(house, { ...sent, link }, onKept);
  return outcome.kind === 'kept';
}

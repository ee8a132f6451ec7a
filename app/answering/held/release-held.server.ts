import { writeAudit } from '#app/platform/audit.store.server.ts';
import { DAY } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { forgetUnreached } from '#app/programme/wave/asked.store.server.ts';
import { lockWave, raiseKnownPeople } from '#app/programme/wave/wave.store.server.ts';
import { withoutPipes } from '#app/survey/logic/piping.ts';
import { type AnsweredQuestion, readAlong } from '#app/survey/logic/read-along.ts';
import { QuestionSet } from '#app/survey/question.ts';
import { tallyValues } from '#app/survey/read-answer.ts';
import type { NewResponse } from '../answering.store.server.ts';
import { deleteBegun } from '../begun.store.server.ts';
import { keepOfWorkspace, type OnKept } from '../keep-together.server.ts';
import { findLanePeople } from '../lane-people.store.server.ts';
import { type Decided, readGivenForm, type Undecided } from './held.ts';
import { type FoundHeld, findHeld, writeDecision } from './held-decision.store.server.ts';
import { settleAsAnswered } from './settle-as-answered.server.ts';
import { type Answerer, type AnswererFound, whoAnswered } from './who-answered.server.ts';

export interface Release {
  heldId: string;
  /** See `DecisionReason`. */
  reason: string;
  /** What the member saw; left out where nobody looked at a page. */
  seen?: Undecided | undefined;
  /** The member says that it is the person of the hint, who holds the role. */
  isNamed: boolean;
  actor: Actor;
}

export type Released =
  | { kind: 'released'; responseId: string; personaId: string }
  | { kind: 'unknown' }
  /** Somebody decided since, or the person's own answer did. */
  | { kind: 'decided'; decided: Decided }
  /** The form does not answer the questions as they were published; `questions` are their wordings. */
  | { kind: 'unreadable'; questions: string[] }
  | Exclude<AnswererFound, { kind: 'found' }>;

/**
 * A member vouches for a held answer: from then on it is a response like any other, counted under its persona in the
 * transaction that releases it. What was discarded can still be released.
 */
export async function releaseHeld(
  house: House,
  workspace: Workspace,
  release: Release,
  onKept: OnKept,
): Promise<Released> {
  const found = await findHeld(house.db, workspace, release.heldId);
  if (!found) return { kind: 'unknown' };
  return inTransaction(house.db, async (tx) => {
    // Members who decide at once wait for each other here, and whoever comes second reads what the first one did.
    await lockWave(tx, workspace, found.waveId);
    const held = (await findHeld(tx, workspace, release.heldId)) ?? found;
    const from = stateToLeave(held, release.seen);
    if (from === null) return { kind: 'decided', decided: decidedOf(held) };
    const set = QuestionSet.parse(JSON.parse(held.definition));
    const read = readAlong(set.questions, readGivenForm(held.given));
    if (read.kind === 'faulty' || read.answers.length === 0)
      return { kind: 'unreadable', questions: wordingsOf(set, read) };
    const who = await whoAnswered(tx, workspace, held, release.isNamed);
    if (who.kind !== 'found') return who;
    const response = toResponse(house, held, who.answerer);
    if (!(await keep(tx, workspace, response, read.answers, onKept))) return { kind: 'answered_since' };
    await decide(house, tx, workspace, { ...release, from, held });
    if (response.source === 'self_declared') await makeRoom(tx, workspace, held, response.personId);
    if (response.invitationId) await settleBehind(house, tx, workspace, response.invitationId);
    return { kind: 'released', responseId: response.id, personaId: held.personaId };
  });
}

/** The state that a member may lead it out of; null where it is decided, or not any more as they saw it. */
export function stateToLeave({ decision }: FoundHeld, seen: Undecided | undefined): Undecided | null {
  if (decision === 'released' || decision === 'answered') return null;
  const now = decision === null ? 'waiting' : 'discarded';
  return seen === undefined || seen === now ? now : null;
}

export function decidedOf({ decision, decidedAt, decidedBy }: FoundHeld): Decided {
  if (decision === null || decidedAt === null) throw new Error('Nothing was decided yet.');
  return { decision, at: decidedAt, by: decidedBy };
}

function wordingsOf({ questions }: QuestionSet, read: ReturnType<typeof readAlong>): string[] {
  if (read.kind === 'read') return [];
  return questions.filter(({ key }) => read.faults.has(key)).map(({ wording }) => withoutPipes(wording));
}

/** When an unlinkable one is released must not tell it from the others: no id and no time of it says when. */
function toResponse({ ids }: House, held: FoundHeld, answerer: Answerer): NewResponse {
  const { waveId, personaId, surveyVersionId, confidentiality, language } = held;
  const lane = { waveId, personaId, surveyVersionId, confidentiality, language };
  const isUnlinkable = confidentiality === 'unlinkable';
  return {
    ...{ ...lane, ...answerer, heldId: held.id },
    id: isUnlinkable ? ids.makeUnordered() : ids.make(),
    submitId: isUnlinkable ? ids.makeUnordered() : held.submitId,
    answeredAt: isUnlinkable ? Math.floor(held.receivedAt / DAY) * DAY : held.receivedAt,
  };
}

/** False when the person's own answer is there already: it came by another page, or a moment ago. */
async function keep(
  tx: Db,
  workspace: Workspace,
  response: NewResponse,
  answers: readonly AnsweredQuestion[],
  onKept: OnKept,
): Promise<boolean> {
  const { waveId, personaId, surveyVersionId, accountId } = response;
  const counted = answers.map(({ question, value }) => ({
    questionKey: question.key,
    values: tallyValues(question, value),
  }));
  const keeping = {
    workspace,
    response,
    // Its held rows are settled by the decision itself, which says more than that they were answered.
    invitationId: null,
    answers: answers.map(({ question, value }) => ({ questionKey: question.key, value })),
    kept: { responseId: response.id, waveId, personaId, surveyVersionId, accountId, answers: counted },
    at: response.answeredAt,
  };
  return (await keepOfWorkspace(tx, [keeping], onKept)).length > 0;
}

/** The invitation has answered: what was begun for it, and whatever else a machine pressed, needs nobody. */
async function settleBehind(
  { clock }: House,
  tx: Db,
  workspace: Workspace,
  invitationId: string,
): Promise<void> {
  await deleteBegun(tx, workspace, [invitationId]);
  await settleAsAnswered(tx, workspace, [invitationId], clock.now());
}

/**
 * N grows by whoever was not among the people known, or a persona would have more people heard than there are.
 * A lane whose N nobody knows stays open.
 */
async function makeRoom(
  tx: Db,
  workspace: Workspace,
  { waveId, personaId }: FoundHeld,
  personId: string | null,
): Promise<void> {
  const { known, heard } = (await findLanePeople(tx, workspace, waveId)).get(personaId)!;
  if (known === null) return;
  const people = Math.max(personId === null ? known + 1 : known, heard);
  await raiseKnownPeople(tx, workspace, { waveId, personaId, people });
}

async function decide(
  house: House,
  tx: Db,
  workspace: Workspace,
  { held, from, reason, actor, isNamed }: Release & { held: FoundHeld; from: Undecided },
): Promise<void> {
  const at = house.clock.now();
  const written = { from, decision: 'released' as const, by: actor, at, reason };
  if (!(await writeDecision(tx, workspace, held.id, written)))
    throw new Error('A held response was decided under the lock of its wave.');
  const { waveId, personaId } = held;
  await forgetUnreached(tx, workspace, held);
  await writeAudit(tx, workspace, {
    ...{ id: house.ids.make(), at, actor, act: 'release_held', subject: held.id },
    detail: { waveId, personaId, held: held.reason, from, isNamed, reason },
  });
}

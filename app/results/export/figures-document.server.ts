import { toLabelOut } from '#app/persona/persona-wire.ts';
import type { Db } from '#app/platform/db.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { toMoment, toMomentOrNull } from '#app/platform/wire/cell.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { bandOf } from '../confidence/band.ts';
import { isInConfidence, policyFor } from '../confidence/policy.ts';
import { displayRound } from '../display.ts';
import { type Figure, figureOf } from '../figure.ts';
import type { WaveLine } from '../lane.store.server.ts';
import { readAccountAnswers } from '../read-account-answers.server.ts';
import { type Lane, readLanes } from '../read-lanes.server.ts';
import { readQuestions } from '../read-questions.server.ts';
import type { Thresholds } from '../thresholds.ts';
import { toFigureOut } from '../wire/figure-wire.ts';
import { toQuestionOut } from '../wire/question-wire.ts';
import { WITHIN_ONE_PERSONA } from './row-facts.ts';

/** The figures of some waves with everything that went into them; in lane order, and nothing over several personas. */
export async function figuresDocument(
  db: Db,
  workspace: Workspace,
  waves: readonly WaveLine[],
  thresholds: Thresholds,
  now: number,
): Promise<object> {
  const out: object[] = [];
  for (const wave of waves) {
    const lanes = await readLanes(db, workspace, wave);
    const by_persona: object[] = [];
    for (const lane of lanes) by_persona.push(await laneOut(db, workspace, { wave, lane }, thresholds));
    out.push({ ...aboutWave(wave), by_persona });
  }
  return {
    note: WITHIN_ONE_PERSONA,
    made_at: toMoment(now),
    shown_from: { answers: thresholds.showAnswers, accounts: thresholds.showAccounts },
    waves: out,
  };
}

function aboutWave(wave: WaveLine): object {
  return {
    wave: { id: toSlug('wave', wave.id), name: wave.name },
    programme: { id: toSlug('programme', wave.programmeId), name: wave.programmeName },
    promise: wave.confidentiality,
    state: wave.state,
    sent_at: toMomentOrNull(wave.sentAt),
    closed_at: toMomentOrNull(wave.closedAt),
  };
}

async function laneOut(
  db: Db,
  workspace: Workspace,
  { wave, lane }: { wave: WaveLine; lane: Lane },
  thresholds: Thresholds,
): Promise<object> {
  const questions = await readQuestions(db, workspace, { wave, lane }, thresholds);
  const { row, score } = lane;
  const figure = score && figureOf(score, thresholds);
  return {
    persona: toLabelOut(row.persona),
    survey: { name: row.asked.surveyName, version: row.asked.number },
    ...responsesOf(wave, lane, thresholds),
    known: row.known,
    invited: lane.invited,
    figure: figure && toFigureOut(figure),
    inputs: figure && inputsOf(figure, await accountsOut(db, workspace, { wave, lane }, figure)),
    questions: questions.map(toQuestionOut),
  };
}

/** In confidence the ends of a band, as far as even that is told. */
function responsesOf({ confidentiality }: WaveLine, { heard }: Lane, thresholds: Thresholds): object {
  if (!isInConfidence(confidentiality)) return { responses: heard, responses_to: heard };
  const band = bandOf(heard, policyFor(thresholds));
  return { responses: band?.from ?? null, responses_to: band?.to ?? null };
}

/** What the score was computed from, as far as the figure itself may show it. */
function inputsOf(figure: Figure, byAccount: object[] | null): object {
  const round = (value: number | null) => (value === null ? null : displayRound(value));
  return {
    counts: figure.counts,
    histogram: figure.histogram,
    each_person_once: round(figure.perPerson),
    each_account_once: round(figure.perAccount),
    whatever_the_silent_think: figure.bounds && {
      low: displayRound(figure.bounds.lo),
      high: displayRound(figure.bounds.hi),
      meaning: figure.bounds.meaning,
    },
    by_account: byAccount,
  };
}

/** One account's answers are its own words: shown where names were promised to be seen, and nowhere else. */
async function accountsOut(
  db: Db,
  workspace: Workspace,
  of: { wave: WaveLine; lane: Lane },
  figure: Figure,
): Promise<object[] | null> {
  if (isInConfidence(of.wave.confidentiality) || !figure.histogram) return null;
  const accounts = await readAccountAnswers(db, workspace, of);
  return accounts.map(({ accountId, accountName, counts }) => ({
    account: accountId && toAccount(accountId),
    name: accountName ?? null,
    histogram: counts,
  }));
}

function toAccount(accountId: string): string {
  return /^[0-9a-f]{8}-/.test(accountId) ? toSlug('account', accountId) : accountId;
}

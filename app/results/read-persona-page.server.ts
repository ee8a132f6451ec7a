import { countBegun } from '#app/answering/count-begun.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type Break, basisBreak, breakBetween } from './comparable.ts';
import { isInConfidence } from './confidence/policy.ts';
import { countDelivered } from './delivered.store.server.ts';
import { type Difference, differenceBetween } from './difference.ts';
import { type Figure, figureOf } from './figure.ts';
import { funnelOf, type Step } from './funnel.ts';
import { asksByName, listLanes, listWaves, listWavesOf, type WaveLine } from './lane.store.server.ts';
import type { Narrowing } from './narrowing.ts';
import { listPurposes, type StatedPurpose } from './purpose.store.server.ts';
import type { QuestionResult } from './question-result.ts';
import { type Lane, readWholeLane } from './read-lanes.server.ts';
import { resultsOf, scoreAskedOf } from './read-questions.server.ts';
import {
  countTexts,
  readVerbatimPage,
  type VerbatimPage,
  type VerbatimsWanted,
} from './read-verbatims.server.ts';
import { type Ruling, rulingOf } from './ruling.ts';
import { figureSentence } from './sentence.ts';
import type { Thresholds } from './thresholds.ts';

export interface PersonaPage extends VerbatimPage {
  wave: WaveLine;
  /** Whom the wave asked, in lane order. */
  personas: Persona[];
  lane: Lane;
  purpose: StatedPurpose | null;
  figure: Figure | null;
  sentence: string | null;
  since: Difference | null;
  /** The same persona in the wave before, whose people may be the same. */
  before: { wave: WaveLine; sample: NonNullable<Lane['score']> } | null;
  ruling: Ruling;
  /** The same persona through the waves of the programme, oldest first. */
  trend: TrendPoint[];
  /** Of whom the figure is, where not everybody who answered the survey answered its question. */
  askedOf: string | null;
  /** The other questions, in the order asked. */
  questions: QuestionResult[];
  /** Which of the texts are shown, and whether words may be sought in them at all. */
  narrowing: Narrowing;
  maySearch: boolean;
  /** In all, whichever are shown. */
  texts: number;
  delivered: number | null;
  /** From known people to answers. */
  funnel: Step[];
}

export interface TrendPoint {
  wave: WaveLine;
  figure: Figure;
  /** Why no line leads here from the wave before. */
  broken: Break | null;
}

const VERBATIMS = 8;

export interface AskedPersona {
  waveId: string;
  personaId: string;
  /** Which texts, and only those before this response. */
  narrowing?: Narrowing | undefined;
  before?: string | undefined;
  /** False for whoever may not read single texts: they guess none by their words where confidence was promised. */
  mayReadTexts?: boolean;
}

/** Persona view: one persona, many accounts, statistics. Null when the wave or the lane is not there. */
export async function readPersonaPage(
  db: Db,
  workspace: Workspace,
  { narrowing: wanted = {}, mayReadTexts = true, ...of }: AskedPersona,
  thresholds: Thresholds,
): Promise<PersonaPage | null> {
  const waves = await listWaves(db, workspace);
  const wave = waves.find(({ id }) => id === of.waveId);
  if (!wave) return null;
  const maySearch = mayReadTexts || wave.confidentiality === 'attributed';
  const narrowing = maySearch ? wanted : { ...wanted, search: undefined };
  const remembered = await listRemembered(db, workspace, { waves, wave, personaId: of.personaId });
  const whole = await readWholeLane(db, workspace, { wave, beside: remembered }, of.personaId);
  if (!whole) return null;
  const { lane } = whole;
  const earlier = heardIn(remembered, whole.beside);
  const figure = lane.score && figureOf(lane.score, thresholds);
  const since =
    lane.score && earlier[0] ? differenceBetween(earlier[0].sample, lane.score, thresholds) : null;
  const here = lane.score ? [{ wave, lane, sample: lane.score }] : [];
  const page = { ...narrowing, wave, lane, limit: VERBATIMS, before: of.before };
  const { purposes, began, ...beside } = await readBeside(db, workspace, page, thresholds);
  const purpose = purposes.get(of.personaId) ?? null;
  return {
    ...{ wave, lane, purpose, figure, since, narrowing, maySearch, ...beside },
    questions: resultsOf(whole, thresholds),
    before: earlier[0] ? { wave: earlier[0].wave, sample: earlier[0].sample } : null,
    sentence: figure && figureSentence(figure, since),
    ruling: rule(purpose, figure),
    trend: trendOf([...earlier.toReversed(), ...here], thresholds),
    askedOf: scoreAskedOf(lane),
    funnel: funnelOf({
      ...lane,
      known: lane.row.known,
      delivered: beside.delivered,
      // Whoever answered has begun.
      began: began === null ? null : began + lane.heard,
    }),
  };
}

/** What hangs on nothing else on the page, read at once. */
async function readBeside(db: Db, workspace: Workspace, wanted: VerbatimsWanted, thresholds: Thresholds) {
  const { wave, lane } = wanted;
  const pin = { waveId: wave.id, personaId: lane.row.persona.id };
  const [purposes, lanes, words, texts, delivered, began] = await Promise.all([
    listPurposes(db, workspace, wave.programmeId),
    listLanes(db, workspace, wave.id),
    readVerbatimPage(db, workspace, wanted, thresholds),
    countTexts(db, workspace, { wave, lane }, thresholds),
    asksByName(wave) ? (lane.delivered ?? countDelivered(db, workspace, pin)) : null,
    mayTellBegun(wave) ? countBegun(db, workspace, pin) : null,
  ]);
  const personas = lanes.map(({ persona }) => persona);
  return { purposes, personas, ...words, texts, delivered, began };
}

/** In confidence who has begun would move with each answer, and whoever comes through a link begins nothing that is kept. */
function mayTellBegun(wave: WaveLine): boolean {
  return asksByName(wave) && !isInConfidence(wave.confidentiality);
}

/** A rule is held against the interval's ends; an open wave is not ruled on, or one would look until it clears. */
export function rule(purpose: StatedPurpose | null, figure: Figure | null): Ruling {
  if (!purpose?.rule || !figure || figure.wave.closedAt === null || figure.interval.kind === 'none')
    return 'cant_tell';
  // Its interval is of one way of counting, and the other says something else.
  if (figure.dominance.apart !== null) return 'cant_tell';
  return rulingOf(purpose.rule, figure.interval);
}

/** One wave that asked the persona for a score. */
interface Heard {
  wave: WaveLine;
  lane: Lane;
  sample: NonNullable<Lane['score']>;
}

const REMEMBERED = 7;

/**
 * The programme's earlier waves that asked a persona, newest first. Whoever comes through a link is another population, and
 * stands in no row of waves.
 */
async function listRemembered(
  db: Db,
  workspace: Workspace,
  { waves, wave, personaId }: { waves: readonly WaveLine[]; wave: WaveLine; personaId: string },
): Promise<WaveLine[]> {
  if (wave.kind === 'link') return [];
  const asked = (await listWavesOf(db, workspace, wave.programmeId)).get(personaId);
  return wavesBefore(waves, wave, asked).slice(0, REMEMBERED);
}

function heardIn(waves: readonly WaveLine[], lanes: ReadonlyMap<string, Lane>): Heard[] {
  return waves.flatMap((wave) => {
    const lane = lanes.get(wave.id);
    return lane?.score ? [{ wave, lane, sample: lane.score }] : [];
  });
}

/** Those of `asked` in which people were asked by name before a wave, newest first. */
export function wavesBefore(
  waves: readonly WaveLine[],
  { sentAt }: WaveLine,
  asked: ReadonlySet<string> | undefined,
): WaveLine[] {
  return waves.filter(
    (one) => one.kind === 'asked' && asked?.has(one.id) && (one.sentAt ?? 0) < (sentAt ?? 0),
  );
}

/** Wave by wave; where the question is not the same any more the line is broken, and says so. */
function trendOf(points: readonly Heard[], thresholds: Thresholds): TrendPoint[] {
  const figures = points.map(({ sample }) => figureOf(sample, thresholds));
  return points.map(({ wave, lane, sample }, at) => {
    const [before, figure] = [points[at - 1], figures[at]!];
    const basisBefore = figures[at - 1]?.basis ?? null;
    const broken = before
      ? breakBetween(
          { question: before.sample.question, asked: before.lane.row.asked, wave: before.wave },
          { question: sample.question, asked: lane.row.asked, wave },
          wave.name,
        )
      : null;
    return { wave, figure, broken: broken ?? basisBreak(basisBefore, figure.basis, wave.name) };
  });
}

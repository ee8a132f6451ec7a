import { z } from 'zod';
import { displayRound } from '#app/results/display.ts';
import { CHOICES, type Respondent, type WaveKey } from './asked-in-confidence.ts';

/** Numbers about the answers of one persona to one question, wherever they stood. */
export interface Seen {
  readonly wave: WaveKey;
  readonly lane: string;
  readonly question: string;
  /** The one account that they are of, where they are of one. */
  readonly account: string | null;
  /** The one group of accounts that they are of, where a persona is broken down. */
  readonly region: string | null;
  readonly score: number | null;
  /** Promoters, passives and detractors. */
  readonly counts: readonly [number, number, number] | null;
  /** How far the group lies from everybody else of the persona. */
  readonly apart: number | null;
  readonly histogram: readonly number[] | null;
  /** Whole per cent by choice. */
  readonly percents: readonly number[] | null;
  /** How many answered, between these; the same twice where it is told exactly. */
  readonly people: readonly [number, number] | null;
}

const Persona = z.object({ id: z.string() });
const Question = z.object({ key: z.string() });
const Band = z.object({ from: z.number(), to: z.number() }).nullable();
const Share = z.object({ share: z.number() }).nullable();
const within = z.object({ name: z.string() }).nullish();

/** A figure or shares, as a loader hands them to its page. */
const Loaded = z.object({
  persona: Persona,
  question: Question,
  within,
  n: z.number(),
  band: Band,
  score: z.number().nullish(),
  histogram: z.array(z.number()).nullish(),
  bars: z.array(z.object({ share: Share })).nullish(),
});
/** The same as the API tells it. */
const Told = z.object({
  persona: Persona,
  question: Question,
  account: within,
  heard: z.number().nullish(),
  heard_to: z.number().nullish(),
  answers: z.number().nullish(),
  answers_to: z.number().nullish(),
  score: z.number().nullish(),
  histogram: z.array(z.number()).nullish(),
  values: z.array(z.object({ share: Share })).nullish(),
});

/** What lies around a number and says what it is of. */
export interface Around {
  /** Which wave somebody means by its id, its slug or its name. */
  readonly waveCalled: (called: string) => WaveKey | undefined;
  readonly wave: WaveKey;
  readonly region: string | null;
}

const OfWave = z.object({ wave: z.object({ id: z.string().nullish(), name: z.string().nullish() }) });
const Group = z.object({
  kind: z.literal('shown'),
  group: z.string().optional(),
  label: z.string().optional(),
  figure: z.object({}),
});
const Apart = z.object({ rest: z.object({ points: z.number() }) });
/** What a figure was computed from, beside it. */
const Counts = z.object({ promoters: z.number(), passives: z.number(), detractors: z.number() });
const Inputs = z.object({ figure: Told, inputs: z.union([Counts, z.object({ counts: Counts })]) });

/** Every figure and every share in a tree of data, however deep it lies. */
export function seenIn(data: unknown, around: Around): Seen[] {
  if (typeof data !== 'object' || data === null) return [];
  const here = narrowed(data, around);
  const inside = Object.values(data).flatMap((one) => seenIn(one, here));
  return [...figuresAt(data, here), ...besideAt(data, here), ...inside];
}

function narrowed(data: object, around: Around): Around {
  const named = OfWave.safeParse(data).data?.wave;
  const wave = [named?.id, named?.name].flatMap((called) => (called && around.waveCalled(called)) || []);
  const group = Group.safeParse(data).data;
  return {
    ...around,
    wave: wave[0] ?? around.wave,
    region: group?.group ?? group?.label ?? around.region,
  };
}

function figuresAt(data: object, around: Around): Seen[] {
  const loaded = Loaded.safeParse(data);
  if (loaded.success) return [fromLoaded(loaded.data, around)];
  const told = Told.safeParse(data);
  return told.success ? [fromTold(told.data, around)] : [];
}

/** What stands beside a figure and says more of it. */
function besideAt(data: object, around: Around): Seen[] {
  const seen: Seen[] = [];
  const inputs = Inputs.safeParse(data).data;
  if (inputs) {
    const of = 'counts' in inputs.inputs ? inputs.inputs.counts : inputs.inputs;
    const counts = [of.promoters, of.passives, of.detractors] as const;
    seen.push({ ...fromTold(inputs.figure, around), counts });
  }
  const [apart, group] = [Apart.safeParse(data).data, figureIn(data)];
  if (apart && group) {
    const [of] = figuresAt(group, around);
    if (of) seen.push({ ...of, ...NOTHING, people: null, apart: apart.rest.points });
  }
  return seen;
}

function figureIn(data: object): object | null {
  return 'figure' in data && typeof data.figure === 'object' ? data.figure : null;
}

const NOTHING = { score: null, histogram: null, percents: null, counts: null, apart: null } as const;

function fromLoaded(
  { persona, question, n, band, bars, ...of }: z.infer<typeof Loaded>,
  { wave, region }: Around,
): Seen {
  return {
    ...{ ...NOTHING, wave, region },
    ...{ lane: persona.id, question: question.key, account: of.within?.name ?? null },
    score: of.score ?? null,
    histogram: of.histogram ?? null,
    percents: percentsOf(bars),
    people: n === 0 ? null : band ? [band.from, band.to] : [n, n],
  };
}

function fromTold(
  { persona, question, values, ...of }: z.infer<typeof Told>,
  { wave, region }: Around,
): Seen {
  const [from, to] = [of.heard ?? of.answers ?? null, of.heard_to ?? of.answers_to ?? null];
  return {
    ...{ ...NOTHING, wave, region },
    ...{ lane: persona.id, question: question.key, account: of.account?.name ?? null },
    score: of.score ?? null,
    histogram: of.histogram ?? null,
    percents: percentsOf(values),
    people: from === null || to === null || from === 0 ? null : [from, to],
  };
}

function percentsOf(parts: readonly { share: z.infer<typeof Share> }[] | null | undefined): number[] | null {
  if (!parts || parts.some(({ share }) => share === null)) return null;
  return parts.map(({ share }) => Math.round(100 * share!.share));
}

/** Whether all that was seen is true of these people, in a wave whose others are left. */
export function isTrueOf(seen: Seen, people: readonly Respondent[], left: readonly Respondent[]): boolean {
  const histogram = Array.from(
    { length: 11 },
    (_, value) => people.filter(({ score }) => score === value).length,
  );
  const percents = CHOICES.map(
    (key) => (100 * people.filter(({ choice }) => choice === key).length) / people.length,
  );
  const [from, to] = seen.people ?? [1, Number.POSITIVE_INFINITY];
  return (
    people.length >= from &&
    people.length <= to &&
    (seen.score === null || displayRound(seen.score) === roundedScore(people)) &&
    (seen.counts === null || seen.counts.join() === countsOf(people).join()) &&
    (seen.histogram === null || seen.histogram.join() === histogram.join()) &&
    (seen.percents === null || seen.percents.every((one, at) => one === Math.round(percents[at]!))) &&
    (seen.apart === null ||
      (left.length > 0 && Math.round(seen.apart) === roundedScore(people) - roundedScore(left)))
  );
}

function countsOf(people: readonly Respondent[]): [number, number, number] {
  const promoters = people.filter(({ score }) => score > 8).length;
  const detractors = people.filter(({ score }) => score < 7).length;
  return [promoters, people.length - promoters - detractors, detractors];
}

function roundedScore(people: readonly Respondent[]): number {
  const [promoters, , detractors] = countsOf(people);
  return displayRound((100 * (promoters - detractors)) / people.length);
}

export function saysSomething({ score, histogram, percents, counts, apart }: Seen): boolean {
  return [score, histogram, percents, counts, apart].some((one) => one !== null);
}

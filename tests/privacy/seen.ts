import { z } from 'zod';
import { displayRound } from '#app/results/display.ts';
import { CHOICES, type Respondent } from './asked-in-confidence.ts';

/** Numbers about the answers of one persona to one question, wherever they stood. */
export interface Seen {
  readonly lane: string;
  readonly question: string;
  /** The one account that they are of, where they are of one. */
  readonly account: string | null;
  readonly score: number | null;
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

/** Every figure and every share in a tree of data, however deep it lies. */
export function seenIn(data: unknown): Seen[] {
  if (typeof data !== 'object' || data === null) return [];
  const inside = Object.values(data).flatMap(seenIn);
  const loaded = Loaded.safeParse(data);
  if (loaded.success) return [fromLoaded(loaded.data), ...inside];
  const told = Told.safeParse(data);
  return told.success ? [fromTold(told.data), ...inside] : inside;
}

function fromLoaded({ persona, question, n, band, bars, ...of }: z.infer<typeof Loaded>): Seen {
  return {
    ...{ lane: persona.id, question: question.key, account: of.within?.name ?? null },
    score: of.score ?? null,
    histogram: of.histogram ?? null,
    percents: percentsOf(bars),
    people: n === 0 ? null : band ? [band.from, band.to] : [n, n],
  };
}

function fromTold({ persona, question, values, ...of }: z.infer<typeof Told>): Seen {
  const [from, to] = [of.heard ?? of.answers ?? null, of.heard_to ?? of.answers_to ?? null];
  return {
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

/** Whether all that was seen is true of these people. */
export function isTrueOf(seen: Seen, people: readonly Respondent[]): boolean {
  const scores = people.map(({ score }) => score);
  const histogram = Array.from({ length: 11 }, (_, value) => scores.filter((one) => one === value).length);
  const points = scores.filter((one) => one > 8).length - scores.filter((one) => one < 7).length;
  const percents = CHOICES.map(
    (key) => (100 * people.filter(({ choice }) => choice === key).length) / people.length,
  );
  const [from, to] = seen.people ?? [1, Number.POSITIVE_INFINITY];
  return (
    people.length >= from &&
    people.length <= to &&
    (seen.score === null || displayRound(seen.score) === displayRound((100 * points) / people.length)) &&
    (seen.histogram === null || seen.histogram.join() === histogram.join()) &&
    (seen.percents === null || seen.percents.every((one, at) => one === Math.round(percents[at]!)))
  );
}

export function saysSomething({ score, histogram, percents }: Seen): boolean {
  return score !== null || histogram !== null || percents !== null;
}

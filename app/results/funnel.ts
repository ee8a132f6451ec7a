export const STEPS = ['known', 'invited', 'delivered', 'began', 'answered'] as const;
export type StepName = (typeof STEPS)[number];

/** One step of ONE persona from known people to answers; people are counted, and nothing that anybody answered. */
export interface Step {
  readonly step: StepName;
  /** In confidence the least of the band that is told, and 0 where nothing is. */
  readonly people: number;
  /** The same where it is told as a number; null where it is told as a band, or not at all. */
  readonly exactly: number | null;
  /** The same as it is told: "41", "10 to 19", "too few to tell". */
  readonly told: string;
  /** Of whom they are a part: the step before. */
  readonly of: { readonly step: StepName; readonly people: number } | null;
}

/** How many came to each step; null where that is not known, or not told. */
export type Reached = Readonly<Record<Exclude<StepName, 'answered'>, number | null>> & {
  readonly heard: number;
  readonly heardExactly: number | null;
  readonly heardTold: string;
};

/**
 * Whom a persona's answers are of, step by step. Nobody is said to have opened a page: a link is opened by scanners as by
 * people, so the first thing that is known of a person is that they filled something in.
 */
export function funnelOf({ heard, heardExactly, heardTold, ...reached }: Reached): Step[] {
  const steps: Step[] = [];
  for (const step of STEPS) {
    const people = step === 'answered' ? heard : reached[step];
    if (people === null) continue;
    const said =
      step === 'answered'
        ? { exactly: heardExactly, told: heardTold }
        : { exactly: people, told: String(people) };
    steps.push({ step, people, ...said, of: wholeOf(steps.at(-1), people) });
  }
  return steps;
}

/** Whoever came in another way than the step before is no part of it. */
function wholeOf(before: Step | undefined, people: number): Step['of'] {
  return before && people <= before.people ? { step: before.step, people: before.people } : null;
}

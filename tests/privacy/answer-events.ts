import type { AskedInConfidence, Respondent } from './asked-in-confidence.ts';
import { type Dice, shuffled } from './dice.ts';

/** One thing that somebody does; nothing but `held` adds an answer that does not count yet. */
export interface Event {
  readonly one: Respondent;
  readonly does: 'answer' | 'be_held' | 'be_released';
  /** Whether everything that can be seen is held against what could be seen before. */
  readonly compares: boolean;
}

export interface Plan {
  /** Day by day. */
  readonly days: readonly (readonly Event[])[];
  /** After the waves are closed, while they still take answers. */
  readonly late: readonly Event[];
  /** Once everything is shown and the groups are decided. */
  readonly after: readonly Event[];
}

const HELD = 6;

/**
 * Seven in ten of those who were asked answer, on random days, in random order; two more once the wave was closed. One of them is
 * held first, and released on the spot. Six more are held, and released when everything is shown. Of the persona of few three
 * answer: the first of all, one in the middle, and one late. Through the link everybody answers.
 */
export function planOf({ respondents, few, link }: AskedInConfidence, days: number, dice: Dice): Plan {
  const mixed = shuffled(respondents, dice);
  const order = mixed.slice(0, Math.floor(respondents.length * 0.7));
  const late = order.splice(-2);
  const held = mixed
    .slice(order.length + late.length)
    .filter(({ lane }) => lane === 'end_user')
    .slice(0, HELD);
  const [first, second, third] = few as [Respondent, Respondent, Respondent];
  const released = order.splice(Math.floor(order.length / 2), 1)[0]!;
  const comes = shuffled([...order, ...link.respondents], dice);
  const events: Event[] = comes.map((one) => ({ one, does: 'answer', compares: false }));
  const middle = Math.floor(events.length / 2);
  events.splice(
    middle,
    0,
    ...[{ one: released, does: 'be_held', compares: true } as const],
    ...[{ one: released, does: 'be_released', compares: true } as const],
    ...held.map((one, at) => ({ one, does: 'be_held', compares: at === 0 }) as const),
    { one: second, does: 'answer', compares: true },
  );
  events.unshift({ one: first, does: 'answer', compares: true });
  return {
    days: overDays(events, days, dice),
    late: [...late, third].map((one) => ({ one, does: 'answer', compares: true })),
    after: held.map((one, at) => ({ one, does: 'be_released', compares: at < 2 })),
  };
}

/** In their order, on random days; the first of a day is looked at closely. */
function overDays(events: readonly Event[], days: number, dice: Dice): Event[][] {
  const on = events.map(() => dice(days)).sort((a, b) => a - b);
  const byDay: Event[][] = Array.from({ length: days }, () => []);
  for (const [at, event] of events.entries()) {
    const day = byDay[on[at]!]!;
    day.push(day.length === 0 ? { ...event, compares: true } : event);
  }
  return byDay;
}

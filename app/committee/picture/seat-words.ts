import { formatList } from '#app/results/display.ts';
import type { Mark, Seat, SeatState, Why } from './seat.ts';
import { dayWords, monthWords } from './time-scale.ts';

export const STATE_WORDS = {
  heard: 'Heard',
  not_heard: 'Not heard',
  declined: 'Declined',
  left: 'Left',
  unknown: 'Not known',
} as const satisfies Record<SeatState, string>;

export const WHY_WORDS = {
  not_reached: 'Not reached: the mail did not arrive',
  in_confidence: 'Asked in confidence, so nobody is told',
  not_asked: 'Not asked in this wave',
  unconfirmed: 'Role not confirmed, so not asked',
} as const satisfies Record<Exclude<Why, null>, string>;

/** How a seat stands in the wave that is shown, in a line. */
export function standingWords(seat: Seat): string {
  const { score } = seat;
  switch (seat.state) {
    case 'heard':
      return score === null ? 'Heard, gave no score' : `Heard, ${score}`;
    case 'not_heard':
      return seat.why === null ? `Not heard${sinceWords(seat)}` : WHY_WORDS[seat.why];
    case 'declined':
      return 'Declined: asked not to be written to';
    case 'left':
      return `Left on ${dayWords(seat.endedAt ?? 0)}${score === null ? '' : `, answered ${score}`}`;
    case 'unknown':
      return seat.why === null ? STATE_WORDS.unknown : WHY_WORDS[seat.why];
    default:
      return seat.state satisfies never;
  }
}

function sinceWords({ heardAt, askedInVain }: Seat): string {
  const times = ['', 'once', 'twice'][askedInVain] ?? `${askedInVain} times`;
  const since = heardAt === null ? '' : ` since ${monthWords(heardAt)}`;
  return `${since}, asked ${times}`;
}

/** Everything that the track of a seat draws. */
export function trackWords({ startedAt, endedAt, marks }: Seat): string {
  const held =
    endedAt === null
      ? `Since ${monthWords(startedAt)}.`
      : `From ${monthWords(startedAt)} to ${dayWords(endedAt)}.`;
  return [held, ...marks.map(markWords)].join(' ');
}

export function markWords({ state, score, at, waveName }: Mark): string {
  const when = `in ${monthWords(at)} (${waveName})`;
  if (state === 'unknown') return `Asked in confidence ${when}.`;
  if (state === 'not_heard') return `Not heard ${when}.`;
  return score === null ? `Heard ${when}, gave no score.` : `Answered ${score} ${when}.`;
}

/** "April 2026 and October 2026": when somebody was asked in vain. */
export function vainWords(marks: readonly Mark[]): string {
  const months = marks.filter(({ state }) => state === 'not_heard').map(({ at }) => monthWords(at));
  return formatList([...new Set(months)]);
}

import { lineOf, NO_TOTAL } from '../lines/line-of.ts';
import { type Overdue, overWords } from '../overdue/overdue.ts';
import type { LaneView } from '../page/lane-view.ts';

/** One programme in a Monday mail: its newest wave, persona by persona. */
export interface DigestPart {
  waveId: string;
  waveName: string;
  programmeName: string;
  headline: string | null;
  lanes: readonly DigestLane[];
  /** How many committees were heard whole, and how many pull apart: accounts counted, and nothing they said. */
  committees: readonly string[];
  overdue: Overdue;
  pageUrl: string;
}

/** What a mail says of ONE persona; there is no place for a figure that is of no persona. */
export type DigestLane = Pick<
  LaneView,
  | 'persona'
  | 'sentence'
  | 'kept'
  | 'figure'
  | 'heard'
  | 'heardTold'
  | 'isQuiet'
  | 'known'
  | 'since'
  | 'withheld'
>;

/** More programmes than this are left to the page. */
export const MOST_PARTS = 5;

/** What the mail says, but for how many days something is over: equal in two weeks between which nothing changed. */
export function saidIn(parts: readonly DigestPart[]): string {
  return JSON.stringify(
    parts.map(({ waveId, headline, lanes, committees, overdue }) => [
      waveId,
      headline,
      committees,
      lanes.map(({ persona, sentence, kept }) => [persona.id, sentence, kept?.done, kept?.overdue != null]),
      overdue.first.map(({ key, times }) => [key, times]),
      overdue.more,
    ]),
  );
}

/** Whether something promised is past its day: that is said every Monday, also where nothing else is new. */
export function isOwing(parts: readonly DigestPart[]): boolean {
  return parts.some(
    ({ overdue, lanes }) => overdue.first.length > 0 || lanes.some(({ kept }) => kept?.overdue),
  );
}

/** A subject names no figure: it has no persona to name it of. */
export function digestSubject(parts: readonly DigestPart[]): string {
  const [first] = parts;
  const about = parts.length === 1 && first ? first.waveName : `${parts.length} programmes`;
  return `Monday: ${about}, persona by persona`.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/** The mail as plain paragraphs between blank lines, one line per persona. */
export function digestText(
  parts: readonly DigestPart[],
  urls: { settingsUrl: string; leaveUrl: string },
): string {
  return [
    ...parts.flatMap(partText),
    NO_TOTAL,
    `When this comes, and what it says: ${urls.settingsUrl}`,
    `No more of these, with one press: ${urls.leaveUrl}`,
  ].join('\n\n');
}

function partText(part: DigestPart): string[] {
  const { programmeName, waveName, headline, lanes, committees, overdue, pageUrl } = part;
  return [
    oneLine(`${programmeName}: ${waveName}`),
    ...(headline ? [oneLine(headline)] : []),
    ...lanes.map((lane) => oneLine(lineOf(lane))),
    ...committees,
    ...overdueText(overdue),
    `The whole page: ${pageUrl}`,
  ];
}

export function overdueText({ first, more }: Overdue): string[] {
  if (first.length === 0) return ['No promise is overdue.'];
  const lines = first.map(({ what, persona, about, days }) =>
    oneLine(
      `Overdue ${days === 0 ? 'since today' : `by ${overWords(days)}`}, for ${persona.plural}: ${what} (${about})`,
    ),
  );
  return more > 0 ? [...lines, `And ${more} more.`] : lines;
}

/** Whatever a name or a text holds. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

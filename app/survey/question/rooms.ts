import { ces } from './ces/ces.ts';
import { consent } from './consent/consent.ts';
import { csat } from './csat/csat.ts';
import { date } from './date/date.ts';
import { matrix } from './matrix/matrix.ts';
import { multiple } from './multiple/multiple.ts';
import { number } from './number/number.ts';
import { ranking } from './ranking/ranking.ts';
import { rating } from './rating/rating.ts';
import { recommend } from './recommend/recommend.ts';
import { role } from './role/role.ts';
import type { Room } from './room.ts';
import { single } from './single/single.ts';
import { statement } from './statement/statement.ts';
import { text } from './text/text.ts';

/** Every kind of question, in the order they are offered: the one list. */
export const ROOMS = [
  recommend,
  single,
  multiple,
  text,
  rating,
  csat,
  ces,
  ranking,
  matrix,
  number,
  date,
  statement,
  consent,
  role,
] as const;

export type QuestionKind = (typeof ROOMS)[number]['kind'];
export const QUESTION_KINDS = ROOMS.map(({ kind }) => kind) as readonly QuestionKind[];

const BY_KIND = new Map<string, Room>(ROOMS.map((room) => [room.kind, room as unknown as Room]));

/** The room of a kind. Its functions take questions of that kind, which the caller holds in hand. */
export function roomOf({ kind }: { kind: QuestionKind }): Room {
  return BY_KIND.get(kind)!;
}

export function isKind(text: unknown): text is QuestionKind {
  return typeof text === 'string' && BY_KIND.has(text);
}

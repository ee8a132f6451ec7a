import { MATRIX, type Row } from '../matrix.ts';

/** Who reads a door, the first that it opens to: an admin, a program with every scope, somebody unknown. */
const READERS = ['admin', 'key', 'anonymous'] as const;
export type Reader = (typeof READERS)[number];

/** Refused where the matrix looks, at answers given in confidence; these here are not. */
const OPEN_HERE: Readonly<Record<string, Reader>> = {
  'api.v1.responses': 'key',
  'api.v1.theme-tags': 'key',
  '_desk.results.$wave.$persona_.silent[.]csv': 'admin',
  '_desk.results.$wave.$persona_.breakdown[.]csv': 'admin',
};

/** As whom a row is read; undefined where nobody is answered with 200, so that there is nothing to read. */
export function readerOf({ route, get }: Row): Reader | undefined {
  return OPEN_HERE[route] ?? READERS.find((reader) => get?.[reader] === 200);
}

/** Every way in that answers. */
export const READ = MATRIX.filter(readerOf);

/** Answers whose every figure stands under the name of one persona; `tests/refusals/results.test.ts` holds what is in them. */
const NAMES_A_PERSONA = new Set([
  // The frame; its row looks at the overview.
  '_desk',
  '_desk.overview',
  '_desk.overview[.]pdf',
  '_desk.overview_.lane[.]png',
  '_desk.overview_.lines',
  '_desk.overview_.lines[.]csv',
  '_desk.overview_.monday',
  'share.$token',
  '_desk.results._index',
  '_desk.results.$wave.$persona',
  '_desk.results.$wave.$persona_.breakdown[.]csv',
  '_desk.results[.]csv',
  '_desk.exports.$export.$file',
  'api.v1.exports.$export.files.$file',
  '_desk.answers._index',
  '_desk.map.$persona._index',
  // Each end of a gap stands under its persona, and so does each answer; `committee-order.test.ts` holds what may not move.
  '_desk.committees._index',
  '_desk.committees[.]csv',
  'api.v1.committees',
  '_desk.committees.$account',
  'api.v1.committees.$account',
  'api.v1.results.waves.$wave.personas.$persona',
  'api.v1.results',
  'api.v1.results.waves.$wave',
  'api.v1.responses',
]);

export const showsFigures = ({ route }: Row) => NAMES_A_PERSONA.has(route);

/** What says whose it is in another way than by the nearest name, and what holds it. */
const HELD_ELSEWHERE: Readonly<Record<string, string>> = {
  '_desk.overview[.]pdf': 'drawn: `tests/refusals/overview.test.ts` reads the paper',
  '_desk.overview_.lane[.]png': 'drawn: `tests/refusals/overview.test.ts` reads the picture',
  '_desk.committees[.]csv': 'both ends of a gap in one line: `tests/databases/committee-order.test.ts`',
};

/** Of those with figures, the ones whose text says whose each is. */
export const FIGURES = READ.filter((row) => showsFigures(row) && !(row.route in HELD_ELSEWHERE));

/** For `test.each`: a row by its route. */
export const named = (rows: readonly Row[]) => rows.map((row) => [row.route, row] as const);

/** Names without a route, which would hold nothing. */
export function namesOfNothing(): string[] {
  const routes = new Set(READ.map(({ route }) => route));
  return [...NAMES_A_PERSONA, ...Object.keys(HELD_ELSEWHERE), ...Object.keys(OPEN_HERE)].filter(
    (route) => !routes.has(route),
  );
}

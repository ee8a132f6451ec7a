/** What the drawing needs of a touch, in the order in which they happened. */
export interface SnakeTouch {
  momentId: string;
  momentName: string;
  /** ms */
  at: number;
}

export interface SnakePoint {
  x: number;
  y: number;
  /** As it is told: “12. The invoice arrives, back again”. */
  words: string;
}

/** A trace laid out in px at the default text size. */
export interface Snake {
  width: number;
  height: number;
  /** One line for each moment, by the first contact: where members put it on the map changes nothing. */
  rows: { momentId: string; name: string; y: number }[];
  points: SnakePoint[];
  /** The way from touch to touch. */
  path: string;
  /** Where another month begins, as far as there is room for its name. */
  months: { x: number; at: number }[];
}

export const ROW = 48;
const STEP = 26;
const EDGE = 16;
/** Below the last line: the names of months. */
const FOOT = 28;
const LOOP = 20;
const MONTH_ROOM = 84;

/**
 * Lays out the real way of one person: forth, back, round and round, and never a funnel.
 * @param before touches that came before these; they are counted on from there
 */
export function layOutSnake(
  touches: readonly SnakeTouch[],
  monthOf: (at: number) => string,
  before = 0,
): Snake {
  const names = new Map(touches.map(({ momentId, momentName }) => [momentId, momentName]));
  const rows = [...names].map(([momentId, name], at) => ({ momentId, name, y: at * ROW + ROW / 2 }));
  const levels = new Map(rows.map(({ momentId, y }) => [momentId, y]));
  const seen = new Set<string>();
  const points = touches.map(({ momentId, momentName }, at) => {
    const how = wayOf(touches, at, seen);
    seen.add(momentId);
    const words = `${before + at + 1}. ${momentName}${WAY_WORDS[how]}`;
    return { x: EDGE + at * STEP, y: levels.get(momentId)!, words };
  });
  return {
    width: 2 * EDGE + Math.max(0, touches.length - 1) * STEP,
    height: rows.length * ROW + FOOT,
    rows,
    points,
    path: pathThrough(points),
    months: monthsOf(touches, monthOf),
  };
}

type Way = 'new' | 'back' | 'again';

const WAY_WORDS = { new: '', back: ', back again', again: ', once more' } as const satisfies Record<
  Way,
  string
>;

function wayOf(touches: readonly SnakeTouch[], at: number, seen: ReadonlySet<string>): Way {
  const { momentId } = touches[at]!;
  if (touches[at - 1]?.momentId === momentId) return 'again';
  return seen.has(momentId) ? 'back' : 'new';
}

/** How the way went, as counts of steps. */
export function countWays(touches: readonly SnakeTouch[]): Record<Way, number> {
  const counts = { new: 0, back: 0, again: 0 };
  const seen = new Set<string>();
  for (const [at, { momentId }] of touches.entries()) {
    counts[wayOf(touches, at, seen)] += 1;
    seen.add(momentId);
  }
  return counts;
}

/** A curve from line to line; where the next touch is at the same moment, a loop above the line. */
function pathThrough(points: readonly SnakePoint[]): string {
  return points
    .map(({ x, y }, at) => {
      const before = points[at - 1];
      if (!before) return `M${x} ${y}`;
      if (before.y === y) return `C${before.x} ${y - LOOP} ${x} ${y - LOOP} ${x} ${y}`;
      const middle = (before.x + x) / 2;
      return `C${middle} ${before.y} ${middle} ${y} ${x} ${y}`;
    })
    .join('');
}

function monthsOf(touches: readonly SnakeTouch[], monthOf: (at: number) => string): Snake['months'] {
  const months: Snake['months'] = [];
  for (const [index, { at }] of touches.entries()) {
    const before = touches[index - 1];
    if (before && monthOf(before.at) === monthOf(at)) continue;
    const x = EDGE + index * STEP;
    const last = months.at(-1);
    if (!last || x - last.x >= MONTH_ROOM) months.push({ x, at });
  }
  return months;
}

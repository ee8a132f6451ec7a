import { useId } from 'react';
import { type LaneIdentity, Shape } from './glyph.tsx';
import { signed } from './signed.ts';

interface MixShiftProps {
  /** The names of two waves, the earlier first. */
  waves: readonly [string, string];
  /** One persona each, with made-up scores of −100 to +100. */
  lanes: readonly (LaneIdentity & { key: string; name: string; from: number; to: number })[];
  /** Where the line of the total begins and ends. It is dotted and has no number. */
  total: { from: number; to: number };
}

const LEFT = 80;
const RIGHT = 420;
const TOP = 24;
const PER_POINT = 1.4;

/** Both personas fall and a total would rise: a teaching example. No page prints the number but the guide that shows it to be wrong. */
export function MixShift({ waves, lanes, total }: MixShiftProps) {
  const id = useId();
  const scores = lanes.flatMap(({ from, to }) => [from, to, 0]);
  const [most, least] = [Math.max(...scores), Math.min(...scores)];
  const y = (score: number) => TOP + (most - score) * PER_POINT;
  const foot = y(least) + 16;
  const courses = lanes
    .map(({ name, from, to }) => `${name} go from ${signed(from)} to ${signed(to)}.`)
    .join(' ');
  return (
    <svg className="mix-shift" viewBox={`0 0 520 ${foot + 40}`} role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>Each persona falls, a total would rise</title>
      <desc id={`${id}d`}>{`${courses} A dotted line without a number between them goes up.`}</desc>
      {[LEFT, RIGHT].map((x, at) => (
        <g key={x}>
          <line className="grid" x1={x} x2={x} y1={TOP - 16} y2={foot} />
          <text className="tick" x={x} y={foot + 24} textAnchor="middle">
            {waves[at]}
          </text>
        </g>
      ))}
      <line className="axis-0" x1={LEFT - 20} x2={RIGHT + 20} y1={y(0)} y2={y(0)} />
      {lanes.map(({ key, ...lane }) => (
        <LaneCourse key={key} {...lane} y={y} />
      ))}
      <line
        className="total-line"
        x1={LEFT}
        x2={RIGHT}
        y1={y(total.from)}
        y2={y(total.to)}
        strokeDasharray="2 5"
      />
      <text
        className="tick told"
        x={(LEFT + RIGHT) / 2}
        y={y((total.from + total.to) / 2) + 26}
        textAnchor="middle"
        fontStyle="italic"
      >
        a total would say “rising”
      </text>
    </svg>
  );
}

type LaneCourseProps = LaneIdentity & { from: number; to: number; y: (score: number) => number };

function LaneCourse({ lane, core, from, to, y }: LaneCourseProps) {
  return (
    <g className={lane}>
      <line className="lane-line" x1={LEFT} x2={RIGHT} y1={y(from)} y2={y(to)} />
      <text className="val" x={LEFT - 14} y={y(from) + 5} textAnchor="end">
        {signed(from)}
      </text>
      <text className="val" x={RIGHT + 16} y={y(to) + 5}>
        {signed(to)}
      </text>
      {([LEFT, RIGHT] as const).map((x) => (
        <g key={x} className="mark" transform={`translate(${x - 8} ${y(x === LEFT ? from : to) - 8})`}>
          <Shape lane={lane} core={core} />
        </g>
      ))}
    </g>
  );
}

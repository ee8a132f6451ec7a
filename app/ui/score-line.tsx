import { useId } from 'react';
import type { LaneIdentity } from './glyph.tsx';
import { Mark } from './mark.tsx';
import { em, percent, scoreShare } from './scale.ts';
import { type Interval, signed } from './signed.ts';

interface ScoreLineProps extends LaneIdentity {
  /** −100 to +100, or null when there are too few answers: the line is then drawn empty. */
  score: number | null;
  interval: Interval | null;
  /** The same answers counted another way, as a dashed line on the same axis. */
  secondary?: number | null;
  /** In a table whose own column has the ends of the interval they are not written into the drawing. */
  unlabelled?: boolean;
  title: string;
  description: string;
}

const AXIS_Y = em(20);
const place = (score: number) => percent(scoreShare(score));

/** One persona's score and its interval on a line from −100 to +100. */
export function ScoreLine({
  lane,
  core,
  score,
  interval,
  secondary = null,
  unlabelled = false,
  title,
  description,
}: ScoreLineProps) {
  const id = useId();
  return (
    <svg
      className={`chart ${lane}`}
      width="100%"
      height={em(44)}
      role="img"
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}d`}
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{description}</desc>
      <Axis />
      {interval && score !== null && (
        <IntervalBar interval={interval} score={score} unlabelled={unlabelled} />
      )}
      {secondary !== null && score !== null && (
        <line className="second" x1={place(secondary)} x2={place(secondary)} y1={em(9)} y2={em(31)} />
      )}
      {score !== null && <Mark lane={lane} core={core} x={place(score)} y={AXIS_Y} />}
      <AxisLabels className="own-axis" y={em(43, 12)} />
    </svg>
  );
}

/** The words under the axis, also used once on top of several lines that share it. */
export function AxisLabels({ className, y }: { className?: string; y: string }) {
  return (
    <g className={className}>
      {[-100, 0, 100].map((score) => (
        <text key={score} className="tick" x={place(score)} y={y} textAnchor="middle">
          {signed(score)}
        </text>
      ))}
    </g>
  );
}

function Axis() {
  return (
    <>
      <line className="axis" x1={place(-100)} x2={place(100)} y1={AXIS_Y} y2={AXIS_Y} />
      <line className="axis" x1={place(-100)} x2={place(-100)} y1={em(15)} y2={em(25)} />
      <line className="axis" x1={place(100)} x2={place(100)} y1={em(15)} y2={em(25)} />
      <line className="axis-0" x1={place(0)} x2={place(0)} y1={em(9)} y2={em(31)} />
    </>
  );
}

function IntervalBar({
  interval: { lo, hi },
  score,
  unlabelled,
}: {
  interval: Interval;
  score: number;
  unlabelled: boolean;
}) {
  return (
    <>
      <rect
        className="ci"
        x={place(lo)}
        y={em(14)}
        width={percent(scoreShare(hi) - scoreShare(lo))}
        height={em(12)}
      />
      {!unlabelled && <IntervalEnds lo={lo} hi={hi} score={score} />}
    </>
  );
}

function IntervalEnds({ lo, hi, score }: Interval & { score: number }) {
  const y = em(24.5, 13);
  return (
    <>
      <text className="val" x={place(lo)} dx={em(-besideEnd(lo, score), 13)} y={y} textAnchor="end">
        {signed(lo)}
      </text>
      <text className="val" x={place(hi)} dx={em(besideEnd(hi, score), 13)} y={y}>
        {signed(hi)}
      </text>
    </>
  );
}

/** How far in px a value stands from its end of the interval: further out where the mark covers that end. */
function besideEnd(end: number, score: number): number {
  return Math.abs(end - score) < 8 ? 13 : 5;
}

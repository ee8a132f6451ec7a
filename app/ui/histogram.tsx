import { useId } from 'react';
import type { LaneIdentity } from './glyph.tsx';
import {
  AnswerBars,
  AnswerMarks,
  BarCounts,
  type Frame,
  slotCentre,
  slotEdge,
} from './histogram-answers.tsx';
import { em, percent } from './scale.ts';

/** Up to this many answers each one is drawn. */
const MOST_MARKS = 20;
const SCORES = Array.from({ length: 11 }, (_, score) => score);

export interface AnswerGroup {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

interface HistogramProps extends LaneIdentity {
  /** Eleven counts: how many answered 0, 1, ... 10. All of one persona. */
  counts: readonly number[];
  title: string;
  large?: boolean;
  /** Braces under the large drawing. Their counts are read off `counts`. */
  groups?: readonly AnswerGroup[];
}

const SMALL: Frame = { top: 2, base: 49, mark: 10 };
const LARGE: Frame = { top: 20, base: 174, mark: 26 };

/** The answers 0 to 10: one mark each up to 20 answers, bars above that. Short ticks stand at 6/7 and 8/9. */
export function Histogram({ lane, core, counts, title, large = false, groups = [] }: HistogramProps) {
  const id = useId();
  const answers = counts.reduce((sum, count) => sum + count, 0);
  const frame = large ? roomFor(counts, answers) : SMALL;
  const height = frame.base + (groups.length > 0 && large ? 72 : 15);
  return (
    <svg
      className={large ? `chart large ${lane}` : `chart ${lane}`}
      width={large ? '100%' : em(128)}
      height={em(height)}
      role="img"
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}d`}
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{describe(counts)}</desc>
      {answers <= MOST_MARKS ? (
        <AnswerMarks lane={lane} core={core} counts={counts} frame={frame} />
      ) : (
        <AnswerBars counts={counts} frame={frame} />
      )}
      {large && answers > MOST_MARKS && <BarCounts counts={counts} frame={frame} />}
      <AnswerAxis frame={frame} labels={large ? SCORES : [0, 5, 10]} />
      {large &&
        groups.map((group) => <Brace key={group.label} group={group} counts={counts} frame={frame} />)}
    </svg>
  );
}

/** Few marks need little room: no empty paper stands over a low pile. */
function roomFor(counts: readonly number[], answers: number): Frame {
  if (answers > MOST_MARKS) return LARGE;
  const pile = Math.max(...counts, 1) * LARGE.mark * 1.1;
  return { ...LARGE, base: Math.min(LARGE.base, LARGE.top + pile) };
}

function AnswerAxis({ frame: { base }, labels }: { frame: Frame; labels: readonly number[] }) {
  return (
    <>
      <line className="axis" x1="0" x2="100%" y1={em(base + 0.5)} y2={em(base + 0.5)} />
      {[7, 9].map((score) => (
        <line
          key={score}
          className="axis"
          x1={percent(slotEdge(score))}
          x2={percent(slotEdge(score))}
          y1={em(base)}
          y2={em(base + 5)}
        />
      ))}
      {labels.map((score) => (
        <text
          key={score}
          className="tick"
          x={percent(slotCentre(score))}
          y={em(base + 14, 12)}
          textAnchor="middle"
        >
          {score}
        </text>
      ))}
    </>
  );
}

function Brace({
  group,
  counts,
  frame: { base },
}: {
  group: AnswerGroup;
  counts: readonly number[];
  frame: Frame;
}) {
  const { label, from, to } = group;
  const count = counts.slice(from, to + 1).reduce((sum, one) => sum + one, 0);
  const middle = percent((slotEdge(from) + slotEdge(to + 1)) / 2);
  const lines = [String(count), label, `${from}–${to}`];
  return (
    <>
      <line
        className="axis"
        x1={percent(slotEdge(from) + 0.005)}
        x2={percent(slotEdge(to + 1) - 0.005)}
        y1={em(base + 24)}
        y2={em(base + 24)}
      />
      {lines.map((text, line) => (
        <text key={text} className="tick" x={middle} y={em(base + 39 + line * 15, 12)} textAnchor="middle">
          {text}
        </text>
      ))}
    </>
  );
}

function describe(counts: readonly number[]): string {
  const given = counts.flatMap((count, score) => (count > 0 ? [`${count} answered ${score}`] : []));
  return given.length > 0 ? `${given.join(', ')}.` : 'No answers.';
}

import type { LaneIdentity } from './glyph.tsx';
import { Mark } from './mark.tsx';
import { em, percent } from './scale.ts';

/** In px at the default text size: highest and lowest line for answers, and the largest mark. */
export interface Frame {
  readonly top: number;
  readonly base: number;
  readonly mark: number;
}

interface AnswersProps {
  counts: readonly number[];
  frame: Frame;
}

const SLOT = 1 / 11;
const BAR_FILL = 0.78;

/** Left edge of an answer's column, as a share of the width. */
export const slotEdge = (score: number) => score * SLOT;
export const slotCentre = (score: number) => (score + 0.5) * SLOT;

/** One mark per answer, piled up over its number; smaller marks where a pile would not fit. */
export function AnswerMarks({ counts, frame, ...identity }: AnswersProps & LaneIdentity) {
  const highest = Math.max(...counts, 1);
  const step = Math.min(frame.mark * 1.1, (frame.base - frame.top) / highest);
  const size = step / 1.1;
  return counts.map((count, score) =>
    Array.from({ length: count }, (_, level) => (
      <Mark
        // biome-ignore lint/suspicious/noArrayIndexKey: answers with the same number are alike, their place is their identity
        key={`${score}-${level}`}
        {...identity}
        x={percent(slotCentre(score))}
        y={em(frame.base - step * (level + 0.5))}
        size={size}
      />
    )),
  );
}

export function AnswerBars({ counts, frame }: AnswersProps) {
  return counts.map((count, score) => {
    const height = barHeight(count, counts, frame);
    if (height === 0) return null;
    return (
      <rect
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the answer given
        key={score}
        className="bar"
        x={percent(slotEdge(score) + (SLOT * (1 - BAR_FILL)) / 2)}
        y={em(frame.base - height)}
        width={percent(SLOT * BAR_FILL)}
        height={em(height)}
      />
    );
  });
}

export function BarCounts({ counts, frame }: AnswersProps) {
  return counts.map((count, score) =>
    count === 0 ? null : (
      <text
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the answer given
        key={score}
        className="val"
        x={percent(slotCentre(score))}
        y={em(frame.base - barHeight(count, counts, frame) - 6, 13)}
        textAnchor="middle"
      >
        {count}
      </text>
    ),
  );
}

function barHeight(count: number, counts: readonly number[], { top, base }: Frame): number {
  return (count / Math.max(...counts, 1)) * (base - top);
}

import { type LaneIdentity, type SeatState, Shape } from './glyph.tsx';
import { em } from './scale.ts';

interface MarkProps extends LaneIdentity {
  /** Centre of the mark, as SVG lengths. */
  x: string;
  y: string;
  /** Side in px at the default text size. */
  size?: number;
  state?: SeatState;
}

/** One persona's shape as a point in a chart, with an edge of paper round it. */
export function Mark({ lane, core, x, y, size = 16, state }: MarkProps) {
  const side = em(size);
  // The view box begins at the shape's middle, so x and y name its centre and the rest spills over.
  return (
    <svg
      className={`mark ${lane}`}
      x={x}
      y={y}
      width={side}
      height={side}
      viewBox="8 8 16 16"
      overflow="visible"
      aria-hidden="true"
    >
      <Shape lane={lane} core={core} state={state} />
    </svg>
  );
}

import type { LaneIdentity } from './glyph.tsx';
import { Mark } from './mark.tsx';
import { em, percent } from './scale.ts';

export interface GapEnd extends LaneIdentity {
  readonly name: string;
  /** 0 to 10 */
  readonly at: number;
}

const place = (answer: number) => percent(0.06 + (answer / 10) * 0.88);

/** Two personas of one account on one line from 0 to 10, both ends named. */
export function GapLine({ low, high }: { low: GapEnd; high: GapEnd }) {
  return (
    <svg
      className="chart"
      width="100%"
      height={em(36)}
      role="img"
      aria-label={`${low.name} at ${low.at}, ${high.name} at ${high.at}`}
    >
      <line className="axis" x1={place(0)} x2={place(10)} y1={em(14)} y2={em(14)} />
      {[0, 10].map((end) => (
        <line key={end} className="axis" x1={place(end)} x2={place(end)} y1={em(10)} y2={em(18)} />
      ))}
      <line className="connect" x1={place(low.at)} x2={place(high.at)} y1={em(14)} y2={em(14)} />
      {[low, high].map(({ lane, core, name, at }) => (
        <g key={name}>
          <Mark lane={lane} core={core} x={place(at)} y={em(14)} size={14} />
          <text className="tick strong" x={place(at)} y={em(34, 12)} textAnchor="middle">
            {at}
          </text>
        </g>
      ))}
    </svg>
  );
}

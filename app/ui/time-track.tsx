import type { LaneIdentity, SeatState } from './glyph.tsx';
import { Mark } from './mark.tsx';
import { em, percent } from './scale.ts';

/** Room at both ends for a mark that stands there, as a share of the width. */
const END = 0.03;
const place = (share: number) => percent(END + share * (1 - 2 * END));

export interface TrackBar {
  /** Shares of the axis, 0 to 1. */
  readonly from: number;
  readonly to: number;
  /** Nobody sits there. */
  readonly vacant?: boolean;
}

export interface TrackMark {
  readonly key: string;
  readonly at: number;
  readonly state: SeatState;
  /** What stands over the mark: one person's answer. */
  readonly words?: string;
}

interface TimeTrackProps extends LaneIdentity {
  /** Everything that is drawn, in words. */
  label: string;
  bars: readonly TrackBar[];
  marks: readonly TrackMark[];
}

/** One seat over time: a bar while somebody held it, and a mark for each time they were asked. */
export function TimeTrack({ lane, core, label, bars, marks }: TimeTrackProps) {
  return (
    <svg className={`chart track ${lane}`} width="100%" height={em(40)} role="img" aria-label={label}>
      {bars.map((bar) => (
        <Bar key={`${bar.from}-${bar.to}`} bar={bar} />
      ))}
      {marks.map(({ key, at, state, words }) => (
        <g key={key}>
          <Mark lane={lane} core={core} x={place(at)} y={em(26)} size={14} state={state} />
          {words && (
            <text className="val strong" x={place(at)} y={em(13, 13)} textAnchor="middle">
              {words}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

function Bar({ bar: { from, to, vacant } }: { bar: TrackBar }) {
  if (vacant) return <line className="vacant" x1={place(from)} x2={place(to)} y1={em(26)} y2={em(26)} />;
  const width = percent(Math.max(0.004, to - from) * (1 - 2 * END));
  return <rect className="ci" x={place(from)} width={width} y={em(21)} height={em(10)} />;
}

/** The days under all tracks. */
export function TimeAxis({ ticks }: { ticks: readonly { at: number; label: string }[] }) {
  return (
    <svg className="chart track-axis" width="100%" height={em(18)} aria-hidden="true">
      {ticks.map(({ at, label }) => (
        <text key={label} className="tick" x={place(at)} y={em(13, 12)} textAnchor={anchor(at)}>
          {label}
        </text>
      ))}
    </svg>
  );
}

function anchor(at: number): 'start' | 'middle' | 'end' {
  if (at < 0.05) return 'start';
  return at > 0.95 ? 'end' : 'middle';
}

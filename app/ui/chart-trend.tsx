import { useId } from 'react';
import type { LaneIdentity } from './glyph.tsx';
import { Mark } from './mark.tsx';
import { em, percent } from './scale.ts';
import { type Interval, signed, signedRange } from './signed.ts';

export interface TrendWave {
  readonly label: string;
  /** "41 at 13": heard, and at how many accounts. */
  readonly note: string;
  /** Null when there are too few answers for a score. */
  readonly score: number | null;
  readonly interval: Interval | null;
  /** Why no line leads here from the wave before, such as "Wording changed". */
  readonly broken?: string | null;
}

interface TrendChartProps extends LaneIdentity {
  title: string;
  /** Oldest first. */
  waves: readonly TrendWave[];
}

/** Room for the words of the scale, which stand on their lines, as a share of the width. */
const LEFT = 0.07;
/** Up to this many waves fit the width of a phone. */
const FEW = 3;
const WHERE_100 = 20;
const WHERE_0 = 110;
const level = (score: number) => WHERE_0 - (score / 100) * (WHERE_0 - WHERE_100);

/** One persona wave by wave. Two questions are two lines with a gap between them, never one line. */
export function TrendChart({ lane, core, title, waves }: TrendChartProps) {
  const id = useId();
  const column = (index: number) => LEFT + ((index + 0.5) / waves.length) * (1 - LEFT);
  return (
    <svg
      className={`chart trend ${waves.length > FEW ? 'long ' : ''}${lane}`}
      width="100%"
      height={em(256)}
      role="img"
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}d`}
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{waves.map(describe).join(' ')}</desc>
      <ScoreGrid />
      {waves.map((wave, index) => {
        const before = waves[index - 1];
        if (!before) return null;
        const [from, to] = [column(index - 1), column(index)];
        if (wave.broken) return <Broken key={wave.label} words={wave.broken} x={percent((from + to) / 2)} />;
        return (
          <Connection key={wave.label} before={before} wave={wave} x1={percent(from)} x2={percent(to)} />
        );
      })}
      {waves.map((wave, index) => (
        <WaveColumn key={wave.label} wave={wave} lane={lane} core={core} x={percent(column(index))} />
      ))}
    </svg>
  );
}

function ScoreGrid() {
  return [100, 50, 0, -50, -100].map((score) => (
    <g key={score}>
      <line
        className={score === 0 ? 'axis-0' : 'grid'}
        x1="0"
        x2="100%"
        y1={em(level(score))}
        y2={em(level(score))}
      />
      <text className="tick" x="0" y={em(level(score) - 4, 12)}>
        {signed(score)}
      </text>
    </g>
  ));
}

function Broken({ words, x }: { words: string; x: string }) {
  return (
    <>
      <line className="broken" x1={x} x2={x} y1={em(4)} y2={em(214)} />
      <text className="tick strong" x={x} dx={em(6, 12)} y={em(12, 12)}>
        {words}
      </text>
    </>
  );
}

function Connection({
  before,
  wave,
  x1,
  x2,
}: {
  before: TrendWave;
  wave: TrendWave;
  x1: string;
  x2: string;
}) {
  if (before.score === null || wave.score === null) return null;
  return <line className="course" x1={x1} x2={x2} y1={em(level(before.score))} y2={em(level(wave.score))} />;
}

function WaveColumn({ wave, x, ...identity }: { wave: TrendWave; x: string } & LaneIdentity) {
  return (
    <>
      {wave.score === null ? (
        <NoScore x={x} />
      ) : (
        <WaveScore score={wave.score} interval={wave.interval} x={x} {...identity} />
      )}
      <text className="tick strong" x={x} y={em(230, 12)} textAnchor="middle">
        {wave.label}
      </text>
      <text className="tick" x={x} y={em(247, 12)} textAnchor="middle">
        {wave.note}
      </text>
    </>
  );
}

function WaveScore({
  score,
  interval,
  x,
  ...identity
}: { score: number; interval: Interval | null; x: string } & LaneIdentity) {
  const top = level(interval?.hi ?? score);
  const bottom = level(interval?.lo ?? score);
  return (
    <>
      <svg x={x} overflow="visible" aria-hidden="true">
        {interval && <rect className="ci" x={em(-5)} width={em(10)} y={em(top)} height={em(bottom - top)} />}
      </svg>
      <Mark {...identity} x={x} y={em(level(score))} size={14} />
      <text className="val strong" x={x} y={em(Math.min(top, level(score) - 7) - 8, 13)} textAnchor="middle">
        {signed(score)}
      </text>
    </>
  );
}

/** Anywhere on the scale: a broken line over its whole height. */
function NoScore({ x }: { x: string }) {
  return (
    <>
      <line className="vacant" x1={x} x2={x} y1={em(level(100))} y2={em(level(-100))} />
      <text className="tick" x={x} dx={em(6, 12)} y={em(level(50) + 4, 12)}>
        no score
      </text>
    </>
  );
}

function describe({ label, score, interval, broken }: TrendWave): string {
  const figure = score === null ? 'no score' : signed(score);
  const range = score !== null && interval ? `, interval ${signedRange(interval)}` : '';
  const break_ = broken ? ` ${broken}: no line leads here.` : '';
  return `${label}: ${figure}${range}.${break_}`;
}

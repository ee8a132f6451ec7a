import type { LaneName } from './glyph.tsx';
import { em, percent } from './scale.ts';

export interface ChoiceRow {
  readonly label: string;
  /** Null where the share alone is told. */
  readonly count: number | null;
  /** Share of those who answered and the ends of its interval, 0 to 1. */
  readonly share: number;
  readonly lo: number;
  readonly hi: number;
}

interface ChoiceBarsProps {
  lane: LaneName;
  rows: readonly ChoiceRow[];
  caption: string;
}

/** How often each choice was taken by one persona: a table that draws its own bars, each before its interval. */
export function ChoiceBars({ lane, rows, caption }: ChoiceBarsProps) {
  return (
    <table className={`choice-bars ${lane}`}>
      <caption className="vh">{caption}</caption>
      <thead className="vh">
        <tr>
          <th scope="col">Answer</th>
          <th scope="col">Share and interval</th>
          <th scope="col">Answers</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td>
              <ShareBar row={row} />
              <span className="note">
                {wholePercent(row.share)}, between {wholePercent(row.lo)} and {wholePercent(row.hi)}
              </span>
            </td>
            <td className="num">{row.count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CountBarsProps {
  lane: LaneName;
  rows: readonly { readonly label: string; readonly count: number }[];
  caption: string;
}

/** How many of one persona fell into each part of a line: bars against the fullest part. */
export function CountBars({ lane, rows, caption }: CountBarsProps) {
  const most = Math.max(...rows.map(({ count }) => count), 1);
  return (
    <table className={`choice-bars ${lane}`}>
      <caption className="vh">{caption}</caption>
      <thead className="vh">
        <tr>
          <th scope="col">Range</th>
          <th scope="col">Drawing</th>
          <th scope="col">Answers</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, count }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <svg className="chart" width="100%" height={em(16)} aria-hidden="true">
                <line className="axis" x1="0" x2="100%" y1={em(8)} y2={em(8)} />
                <rect className="bar" y={em(3)} width={percent(count / most)} height={em(10)} />
              </svg>
            </td>
            <td className="num">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A share before its interval, over the width of its cell. */
export function ShareBar({ row: { share, lo, hi } }: { row: Pick<ChoiceRow, 'share' | 'lo' | 'hi'> }) {
  return (
    <svg className="chart" width="100%" height={em(16)} aria-hidden="true">
      <line className="axis" x1="0" x2="100%" y1={em(8)} y2={em(8)} />
      <rect className="ci" x={percent(lo)} y={em(2)} width={percent(hi - lo)} height={em(12)} />
      <rect className="bar" y={em(6)} width={percent(share)} height={em(4)} />
    </svg>
  );
}

function wholePercent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

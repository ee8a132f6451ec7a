import type { LaneName } from './glyph.tsx';
import { em, percent } from './scale.ts';

export interface FunnelStep {
  readonly label: string;
  readonly count: number;
  /** Of how many, in words: "of 12 known". */
  readonly of?: string | undefined;
  /** What stands in the place of the count, where less than it is told. */
  readonly told?: string;
  /** Where the others went. */
  readonly note?: string | undefined;
}

interface FunnelProps {
  lane: LaneName;
  caption: string;
  /** The first step is the whole; every other is drawn as a part of it. */
  steps: readonly FunnelStep[];
}

/** From known people of one persona to completed answers, naming where people went at every step. */
export function Funnel({ lane, caption, steps }: FunnelProps) {
  const whole = Math.max(steps[0]?.count ?? 0, 1);
  return (
    <table className={`funnel ${lane}`}>
      <caption className="vh">{caption}</caption>
      <thead className="vh">
        <tr>
          <th scope="col">Step</th>
          <th scope="col">People</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ label, count, told, of, note }) => (
          <tr key={label}>
            <th scope="row">
              {label}
              {note && <span className="note under">{note}</span>}
            </th>
            <td>
              <span className="funnel-count">
                <b>{told ?? count}</b>
                {of && <span className="note"> {of}</span>}
              </span>
              <svg className="chart" width="100%" height={em(8)} aria-hidden="true">
                <rect className="wash" width="100%" height="100%" />
                <rect className="bar" width={percent(count / whole)} height="100%" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import type { LaneIdentity } from './glyph.tsx';
import { Mark } from './mark.tsx';
import { em, percent } from './scale.ts';

export interface ApartEnd extends LaneIdentity {
  readonly name: string;
  /** The middle answer, 0 to 10. */
  readonly at: number;
  /** The single answers behind it, each once. */
  readonly answers: readonly number[];
}

const END = 0.06;
const place = (answer: number) => percent(END + (answer / 10) * (1 - 2 * END));
const LINE = 58;

/** Two personas of one account on one line from 0 to 10: both ends named, with the answers they are the middle of. */
export function ApartLine({ low, high, apart }: { low: ApartEnd; high: ApartEnd; apart: string }) {
  const ends = low.at === high.at ? [low] : [low, high];
  return (
    <svg
      className="chart"
      width="100%"
      height={em(96)}
      role="img"
      aria-label={`${described(low)}; ${described(high)}; ${apart}.`}
    >
      <line className="axis" x1={place(0)} x2={place(10)} y1={em(LINE)} y2={em(LINE)} />
      {Array.from({ length: 11 }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the answer
        <line key={at} className="axis" x1={place(at)} x2={place(at)} y1={em(LINE)} y2={em(LINE + 5)} />
      ))}
      <line className="connect" x1={place(low.at)} x2={place(high.at)} y1={em(LINE)} y2={em(LINE)} />
      {[low, high].flatMap(({ answers, lane, core, name }) =>
        answers.map((answer) => (
          <Mark
            key={`${name}${answer}`}
            lane={lane}
            core={core}
            state="outline"
            x={place(answer)}
            y={em(LINE)}
            size={10}
          />
        )),
      )}
      {[low, high].map(({ lane, core, name, at }) => (
        <Mark key={name} lane={lane} core={core} x={place(at)} y={em(LINE)} size={18} />
      ))}
      {ends.map(({ name, at }, index) => (
        <text
          key={name}
          className="val strong"
          x={place(at)}
          y={em(index === 0 ? 38 : 18, 13)}
          textAnchor={anchor(at)}
        >
          {low.at === high.at ? `${low.name} and ${high.name} ${at}` : `${name} ${at}`}
        </text>
      ))}
      {[0, 5, 10].map((at) => (
        <text key={at} className="tick" x={place(at)} y={em(LINE + 26, 12)} textAnchor="middle">
          {at}
        </text>
      ))}
    </svg>
  );
}

function described({ name, at, answers }: ApartEnd): string {
  return answers.length > 1 ? `${name}: ${answers.join(', ')}, the middle is ${at}` : `${name}: ${at}`;
}

function anchor(at: number): 'start' | 'middle' | 'end' {
  if (at < 2) return 'start';
  return at > 8 ? 'end' : 'middle';
}

import { percent } from './scale.ts';

export interface Pile {
  readonly label: string;
  readonly count: number;
  readonly note?: string;
  /** The part of the page that lists them. */
  readonly href: string;
}

interface PilesProps {
  /** Names the bar: what was sorted into piles. */
  label: string;
  /** From firm to doubtful: drawn solid, grey and broken. Weight tells them apart, not colour. */
  piles: readonly [Pile, Pile, Pile];
}

/** Wider than any screen: the piles then shrink in proportion, which needs no inline style. */
const FULL_WIDTH_PX = 10_000;

/** Three piles as one bar drawn to scale, each with its count. */
export function Piles({ label, piles }: PilesProps) {
  const all = piles.reduce((sum, pile) => sum + pile.count, 0);
  return (
    <nav className="piles" aria-label={label}>
      <ol>
        {piles.map((pile) => (
          <li key={pile.href}>
            <a href={pile.href}>
              <PileBar share={pile.count / Math.max(all, 1)} />
              <span className="figure-n">{pile.count}</span>
              <b>{pile.label}</b>
              {pile.note && <span className="note">{pile.note}</span>}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A pile is as wide as its bar wants to be. Where piles stand under one another the line alone is to scale. */
function PileBar({ share }: { share: number }) {
  return (
    <svg width={share * FULL_WIDTH_PX} height=".5rem" aria-hidden="true">
      <line className="beside" x1="0" x2="100%" y1=".25rem" y2=".25rem" />
      <line className="stacked" x1="0" x2={percent(share)} y1=".25rem" y2=".25rem" />
    </svg>
  );
}

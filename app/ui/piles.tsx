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

/** Wider than any screen, so that the piles share what there is in proportion. */
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
              {/* A pile is as wide as its bar wants to be: a width in the markup needs no inline style. */}
              <svg width={(pile.count / Math.max(all, 1)) * FULL_WIDTH_PX} height=".5rem" aria-hidden="true">
                <line x1="0" x2="100%" y1=".25rem" y2=".25rem" />
              </svg>
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

import { Link } from '@remix-run/react';
import { Glyph, type LaneIdentity } from './glyph.tsx';

export interface PersonaTab extends LaneIdentity {
  readonly to: string;
  readonly name: string;
  readonly current: boolean;
}

/** One page per persona, in lane order. There is no tab for all of them. */
export function PersonaTabs({ tabs }: { tabs: readonly PersonaTab[] }) {
  return (
    <nav className="tabs" aria-label="Persona">
      <ul>
        {tabs.map(({ to, lane, core, name, current }) => (
          <li key={to}>
            <Link to={to} aria-current={current ? 'page' : undefined}>
              <Glyph lane={lane} core={core} size={14} />
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import { Link } from '@remix-run/react';
import { Section } from '#app/ui/section.tsx';
import type { SendView } from './page.tsx';
import { people } from './people-words.ts';
import { ShowAll } from './show-all.tsx';

/** Who works at an account and has no role: by title, because a title is where a person starts to look. */
export function MissingSection({ view: { piles } }: { view: SendView }) {
  if (piles.counts.missing === 0) return null;
  return (
    <Section
      id="missing"
      title={`Role missing: ${people(piles.counts.missing)}`}
      lead="A title only suggests a role. Somebody confirms it, title by title or person by person; nothing is filled in."
    >
      <ul className="rows sides">
        {piles.missing.map(({ title, people: count }) => (
          <li key={title ?? ''}>
            <b>{title ?? 'No title known'}</b>
            <span className="small quiet">{people(count)}</span>
            <Link className="button tiny" to="/people/unplaced">
              Find their role<span className="vh">: {title ?? 'no title known'}</span>
            </Link>
          </li>
        ))}
      </ul>
      {piles.missing.length < piles.missingCount && (
        <ShowAll list="missing" rest={piles.missingCount - piles.missing.length} />
      )}
    </Section>
  );
}

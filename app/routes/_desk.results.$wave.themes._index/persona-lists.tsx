import { Link } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { sayRaised } from '#app/results/theme/raised.ts';
import { PersonaName } from '#app/ui/glyph.tsx';
import type { WaveThemesView } from './page.tsx';

/** A list for each persona, in lane order, with as much room for each. */
export function PersonaLists({ view: { lists, slug, wave } }: { view: WaveThemesView }) {
  return (
    <div className="persona-columns after">
      {lists.map((list) => (
        <section key={list.persona.id} aria-label={list.persona.plural}>
          <h2>
            <PersonaName {...laneIdentity(list.persona)} name={list.persona.plural} />
          </h2>
          {list.rows.length === 0 ? (
            <p className="small quiet">{nothing(list, wave.isAttributed)}</p>
          ) : (
            <ol className="rows small">
              {list.rows.map(({ theme, raised }) => (
                <li key={theme.slug}>
                  <Link to={`/results/${slug}/themes/${theme.slug}`}>{theme.name}</Link>
                  <br />
                  <span className="quiet">{sayRaised(raised[list.persona.id]!, list.persona)}</span>
                </li>
              ))}
            </ol>
          )}
        </section>
      ))}
    </div>
  );
}

function nothing(list: WaveThemesView['lists'][number], isAttributed: boolean): string {
  const { heard, heardTold, known, isWhole } = list;
  if (!isAttributed) return `Heard in confidence: ${heardTold}. ${isWhole ? TOO_FEW : NOT_YET}`;
  if (heard === 0) return known === null ? 'Not heard.' : `Not heard: none of ${known} answered.`;
  return `${heard} heard. They raised no theme that anybody tagged.`;
}

const TOO_FEW = 'No theme was raised by enough of them to say so.';
const NOT_YET = 'Who raised what is said once the send is closed and all answers are shown.';

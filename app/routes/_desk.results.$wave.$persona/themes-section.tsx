import { Link } from '@remix-run/react';
import { inSentence } from '#app/persona/persona.ts';
import { Section } from '#app/ui/section.tsx';
import type { PersonaView } from './page.tsx';

/** What this persona raised: people, each once, of those heard. */
export function ThemesSection({ view }: { view: PersonaView }) {
  const { raisedThemes, themes, persona, slug, wave, mayChoose } = view;
  if (themes.length === 0 && !mayChoose) return null;
  return (
    <Section title="Themes" lead="People who raised it, each once, of those heard.">
      {raisedThemes.length === 0 && (
        <p className="small quiet">
          {wave.confidentiality === 'attributed'
            ? `No comment of these ${inSentence(persona.plural)} is tagged yet.`
            : 'Answered in confidence: a theme shows once enough people raised it, and enough did not.'}
        </p>
      )}
      {raisedThemes.length > 0 && (
        <ul className="rows">
          {raisedThemes.map((theme) => (
            <li key={theme.slug}>
              <Link to={`?theme=${theme.slug}#words`}>{theme.name}</Link>{' '}
              <span className="quiet">{theme.said}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="small cluster after">
        <Link to={`/results/${slug}/themes?persona=${persona.id}`}>Beside the other personas</Link>
        {mayChoose && <Link to={`/answers/tag?wave=${slug}&persona=${persona.id}`}>Tag comments</Link>}
      </p>
    </Section>
  );
}

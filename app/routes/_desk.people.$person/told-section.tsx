import { Link } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { PersonaName } from '#app/ui/glyph.tsx';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import type { PersonView } from './page.tsx';

const WAYS = {
  letter: 'by the letter to their persona',
  follow_up: 'by a follow-up',
} as const;

/** What this person was told came of their answers. */
export function ToldSection({ view: { told, personas } }: { view: PersonView }) {
  if (told.length === 0) return null;
  return (
    <Section title="Told what came of it">
      <ul className="rows">
        {told.map(({ waveSlug, waveName, personaId, way, at }) => {
          const persona = personas.find(({ id }) => id === personaId)!;
          return (
            <li key={`${waveSlug} ${personaId}`}>
              <p className="cluster">
                <PersonaName {...laneIdentity(persona)} name={persona.name} />
                <Link to={`/sends/${waveSlug}/told/${personaId}`}>{waveName}</Link>
              </p>
              <p className="small quiet">
                <When at={at} zone="UTC" locale="en-GB" />, {WAYS[way]}
              </p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

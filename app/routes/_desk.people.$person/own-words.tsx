import { saidInWords } from '#app/programme/correction/said-words.ts';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import type { PersonView } from './page.tsx';

/** What somebody said of their role when they were asked; where none fits, a member looks and places them. */
export function OwnWords({ view: { said, personas, person, roles } }: { view: PersonView }) {
  if (said.length === 0) return null;
  const nameOf = (id: string) => personas.find((persona) => persona.id === id)?.name ?? '';
  const isUnplaced = said[0]!.said === 'none' && roles.every(({ endedAt }) => endedAt !== null);
  return (
    <Section
      title="What they said themselves"
      {...(isUnplaced && {
        lead: `None of the roles fits, ${person.name} says. Add the one that does, or leave it.`,
      })}
    >
      <ul className="rows held">
        {said.map((line) => (
          <li key={line.id}>
            <span>{saidInWords(line, nameOf)}</span>
            <span className="quiet">
              {line.accountName}, <When at={line.at} zone="UTC" locale="en-GB" />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

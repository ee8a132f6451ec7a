import { Form, Link } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { Section } from '#app/ui/section.tsx';
import type { DecisionFaults, DecisionsView } from './page.tsx';

/** Themes that enough people of one persona raised and that nobody decided on since (DOMAIN A11). */
export function WaitingThemes({ view }: { view: DecisionsView }) {
  if (view.themes.length === 0) return null;
  const { waiting, size } = view;
  return (
    <Section
      title="Waiting for a decision"
      lead={`Raised by ${size} people of one persona or more, and not decided on since they were asked. Counted persona by persona, in the newest four sends.`}
    >
      {waiting.length === 0 ? (
        <p>No theme waits.</p>
      ) : (
        <ul className="rows sides">
          {waiting.map((one) => (
            <WaitingItem key={`${one.personaId} ${one.theme.slug}`} one={one} view={view} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function WaitingItem({ one, view }: { one: DecisionsView['waiting'][number]; view: DecisionsView }) {
  const { theme, personaId, raised, wave } = one;
  const persona = view.personas.find(({ id }) => id === personaId)!;
  const begin = new URLSearchParams({ theme: theme.slug, persona: personaId });
  return (
    <li>
      <Link to={`/results/${wave.slug}/themes/${theme.slug}`}>{theme.name}</Link>
      <span className="small">
        <PersonaName {...laneIdentity(persona)} name={raised} /> <span className="quiet">{wave.name}</span>
      </span>
      <ButtonLink variant="tiny" to={`?${begin}#new`}>
        Begin a decision<span className="vh">: {`${theme.name}, ${persona.plural}`}</span>
      </ButtonLink>
    </li>
  );
}

/** From how many people on a theme waits. */
export function ThemeSize({ view, faulty }: { view: DecisionsView; faulty: DecisionFaults }) {
  const own = faulty?.values.intent === 'size' ? faulty : undefined;
  if (view.themes.length === 0) return null;
  return (
    <Section title="When a theme waits for a decision">
      <Form method="post" className="measure" noValidate key={own?.values.speakers ?? view.size}>
        <Field
          id="speakers"
          label="People of one persona"
          help="From so many on who raised it."
          error={own?.fieldErrors.speakers}
        >
          <TextInput
            name="speakers"
            inputMode="numeric"
            size={4}
            defaultValue={own?.values.speakers ?? String(view.size)}
          />
        </Field>
        <p className="cluster">
          <Button name="intent" value="size">
            Keep this number
          </Button>
        </p>
      </Form>
    </Section>
  );
}

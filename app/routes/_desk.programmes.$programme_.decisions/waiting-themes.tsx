import { Form, Link } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { Section } from '#app/ui/section.tsx';
import type { DecisionFaults, DecisionsView } from './page.tsx';

/** Themes that enough people of one persona raised and that nobody decided on since (DOMAIN A11). */
export function WaitingThemes({ view, faulty }: { view: DecisionsView; faulty: DecisionFaults }) {
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
      <SizeForm size={size} faulty={faulty} />
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

function SizeForm({ size, faulty }: { size: number; faulty: DecisionFaults }) {
  const own = faulty?.values.intent === 'size' ? faulty : undefined;
  return (
    <Form method="post" className="after" noValidate key={own?.values.speakers ?? size}>
      <Field
        id="speakers"
        label="People of one persona from which on a theme waits"
        error={own?.fieldErrors.speakers}
      >
        <TextInput
          name="speakers"
          inputMode="numeric"
          size={4}
          defaultValue={own?.values.speakers ?? String(size)}
        />
      </Field>
      <p className="cluster">
        <Button variant="tiny" name="intent" value="size">
          Keep this number
        </Button>
      </p>
    </Form>
  );
}

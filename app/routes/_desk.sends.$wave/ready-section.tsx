import { Form, Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { toSlug } from '#app/platform/ids.ts';
import { neededBy, USUAL } from '#app/results/sure/sure.ts';
import { Button } from '#app/ui/button.tsx';
import { Choice } from '#app/ui/choice.tsx';
import { Select, TextInput } from '#app/ui/control.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Field } from '#app/ui/field.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { Section } from '#app/ui/section.tsx';
import { AttributeFields } from './attribute-fields.tsx';
import { CHOICE_FORM } from './choice-form.ts';
import { HeldList } from './held-list.tsx';
import type { SendView } from './page.tsx';
import { people } from './people-words.ts';

const HEAD = [
  { label: 'Persona' },
  { label: 'Ready', numeric: true },
  { label: 'Held back', numeric: true },
  { label: 'Asked', numeric: true },
  { label: 'Accounts', numeric: true },
  { label: 'What they would get' },
];

export function ReadySection({ view }: { view: SendView }) {
  const { counts, heldCount, staleOpen } = view.piles;
  return (
    <Section id="ready" title={`Ready: ${people(counts.ready)}`} lead="Each persona gets its own questions.">
      <DataTable caption="Ready people by persona" captionHidden head={HEAD} rows={rowsOf(view)} />
      <p className="small quiet more">
        Ready: their role is confirmed. Held back: ready, and not to be asked now. Asked: whom the choice
        below leaves, and the button asks.
      </p>
      {counts.ready + staleOpen > 0 && <ChoiceForm view={view} />}
      {heldCount > 0 && <HeldList view={view} />}
    </Section>
  );
}

function rowsOf({ personas, piles, wave }: SendView) {
  return personas
    .filter(({ id, closedAt }) => closedAt === null || piles.lanes.some(({ personaId }) => personaId === id))
    .map((persona) => {
      const lane = wave.lanes.find(({ personaId }) => personaId === persona.id);
      const counts = piles.lanes.find(({ personaId }) => personaId === persona.id);
      const name = <PersonaName key="name" {...laneIdentity(persona)} name={persona.plural} />;
      if (!lane || !counts)
        return {
          key: persona.id,
          cells: [
            name,
            '',
            '',
            '',
            '',
            <span key="none" className="quiet">
              Not part of this send
            </span>,
          ],
        };
      const questions = (
        <Link key="questions" to={`/surveys/${toSlug('survey', lane.surveyId)}/versions/${lane.number}`}>
          {lane.surveyName}, v{lane.number}
        </Link>
      );
      return {
        key: persona.id,
        cells: [
          name,
          counts.ready,
          counts.held,
          <b key="asked">{counts.asked}</b>,
          counts.accounts,
          <AskedWhat key="what" persona={persona} people={counts.asked}>
            {questions}
          </AskedWhat>,
        ],
      };
    });
}

/** What they would get, and how many of them would have to answer for how fine a figure. */
function AskedWhat({
  persona,
  people,
  children,
}: {
  persona: SendView['personas'][number];
  people: number;
  children: ReactNode;
}) {
  return (
    <>
      {children}
      {people > 0 && <span className="note under">{neededBy(persona, USUAL, people).words}</span>}
    </>
  );
}

const UNHEARD = [
  { value: '', label: 'Ever or never' },
  { value: 'never', label: 'Never' },
  { value: '90', label: 'Not for 3 months' },
  { value: '180', label: 'Not for 6 months' },
  { value: '365', label: 'Not for a year' },
];

function ChoiceForm({ view }: { view: SendView }) {
  const { personas, piles, choice, query } = view;
  const shown = personas.filter(({ id }) => piles.lanes.some(({ personaId }) => personaId === id));
  return (
    <Form
      className="filters choose"
      method="get"
      id={CHOICE_FORM}
      preventScrollReset
      aria-label="Whom to ask"
    >
      <input type="hidden" name="chosen" value="1" />
      <fieldset className="field">
        <legend>Whom to ask</legend>
        <div className="cluster">
          {shown.map((persona) => (
            <Choice
              key={`${persona.id} ${choice.personas.includes(persona.id)}`}
              type="checkbox"
              name="persona"
              value={persona.id}
              label={<PersonaName {...laneIdentity(persona)} name={persona.plural} />}
              defaultChecked={choice.personas.includes(persona.id)}
            />
          ))}
        </div>
      </fieldset>
      <Field label="At">
        <Select
          key={query.account}
          name="account"
          options={[{ value: '', label: 'All accounts' }, ...piles.accounts]}
          defaultValue={query.account}
        />
      </Field>
      <Field label="Heard in this role">
        <Select key={query.heard} name="heard" options={UNHEARD} defaultValue={query.heard} />
      </Field>
      <Field label="Title has">
        <TextInput key={choice.title} name="title" defaultValue={choice.title} maxLength={100} />
      </Field>
      <AttributeFields attributes={view.attributes} />
      <Button>Count again</Button>
    </Form>
  );
}

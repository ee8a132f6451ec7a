import { Form, Link } from '@remix-run/react';
import { STATE_WORDS } from '#app/followup/follow-up.ts';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choice.tsx';
import { Select, TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { ListKeys } from '#app/ui/list-keys.tsx';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import type { QueueView, Refused } from './page.tsx';

type Line = QueueView['lines'][number];

/** The list, and what to do with those ticked in it. What is closed can only be looked at. */
export function QueueForm({ view, refused }: { view: QueueView; refused: Refused }) {
  const mayAct = view.lines.some(({ closedAt }) => closedAt === null);
  const faults = Object.entries(refused?.fieldErrors ?? {}).map(([field, message]) => ({ field, message }));
  return (
    <Form method="post" noValidate key={JSON.stringify(refused ?? view.lines)}>
      <ErrorSummary faults={faults} />
      <p className="small quiet">Keys: j and k move through the list, x ticks a line, Enter opens it.</p>
      <ListKeys list="on" />
      {refused?.fieldErrors.on && <p className="fault">{refused.fieldErrors.on}</p>}
      <ul className="held-answers" id="on" tabIndex={-1}>
        {view.lines.map((line) => (
          <QueueItem key={line.slug} line={line} view={view} refused={refused} />
        ))}
      </ul>
      {mayAct && <Bulk view={view} refused={refused} />}
    </Form>
  );
}

function QueueItem({ line, view, refused }: { line: Line; view: QueueView; refused: Refused }) {
  const { slug, revision, what, state, accountName, personName, ownerName, programmeName } = line;
  const persona = view.personas.find(({ id }) => id === line.personaId)!;
  return (
    <li data-line>
      <p className="cluster">
        {line.closedAt === null && (
          <input
            type="checkbox"
            name="on"
            value={`${slug}:${revision}`}
            aria-label={`Tick: ${what}`}
            defaultChecked={refused?.ticked.includes(slug)}
          />
        )}
        <Link to={`/follow-ups/${slug}`}>{what}</Link>
      </p>
      <p className="small">
        <PersonaName {...laneIdentity(persona)} name={persona.name} />
        {personName && (
          <>
            , <bdi>{personName}</bdi>
          </>
        )}
        {accountName && `, ${accountName}`}
        {line.themeName && `, about ${line.themeName}`}
      </p>
      <p className="by">
        <Due line={line} zone={view.zone} />
        {`, ${STATE_WORDS[state].toLowerCase()}, ${ownerName}, ${programmeName}`}
      </p>
    </li>
  );
}

function Due({ line: { dueAt, closedAt, isOverdue }, zone }: { line: Line; zone: string }) {
  if (closedAt !== null)
    return (
      <>
        Closed on <When at={closedAt} zone={zone} locale="en-GB" />
      </>
    );
  const when = <When at={dueAt} zone={zone} locale="en-GB" precision="minute" />;
  return isOverdue ? <b>Overdue since {when}</b> : <>Due {when}</>;
}

const ACTS = [
  { value: 'take_up', label: 'Take them up yourself' },
  { value: 'reassign', label: 'Give them to somebody' },
  { value: 'decline', label: 'Decline them, each with the same reason' },
];

function Bulk({ view: { members }, refused }: { view: QueueView; refused: Refused }) {
  const { act, owner = '', because = '' } = refused?.values ?? {};
  const errors = refused?.fieldErrors ?? {};
  return (
    <Section title="With those ticked" lead="All of them or, where one can’t be changed, none.">
      <div className="measure">
        <RadioGroup
          id="act"
          name="act"
          label="What to do"
          options={ACTS}
          error={errors.act}
          {...(act ? { defaultValue: act } : {})}
        />
        <Field id="owner" label="Who gets them" help="Where you give them to somebody." error={errors.owner}>
          <Select name="owner" prompt="Choose" options={members} defaultValue={owner} />
        </Field>
        <Field
          id="because"
          label="Why not"
          help="Where you decline them. People are told this."
          error={errors.because}
        >
          <TextInput name="because" maxLength={1000} defaultValue={because} />
        </Field>
        <p className="cluster form-foot">
          <Button>Do it with those ticked</Button>
        </p>
      </div>
    </Section>
  );
}

import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Button } from '#app/ui/button.tsx';
import { Select, TextArea, TextInput } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Faulty, FollowUpView } from './page.tsx';

interface Props {
  view: FollowUpView;
  faulty: Faulty;
}

/** What can be done with it as it stands. */
export function ActForms({ view, faulty, isClosed }: Props & { isClosed: boolean }) {
  const { followUp } = view;
  if (isClosed && followUp.toldAt !== null) return null;
  if (isClosed) return <Tell view={view} faulty={faulty} />;
  const mayTakeUp = followUp.state === 'open' || !followUp.isMine;
  return (
    <Section title="What to do with it">
      {mayTakeUp && (
        <ActForm view={view} faulty={faulty} intent="take_up">
          <Button name="intent" value="take_up" variant="primary">
            {followUp.isMine ? 'Take it up' : 'Take it up yourself'}
          </Button>
        </ActForm>
      )}
      <div className="person-forms">
        <Done view={view} faulty={faulty} />
        <Decline view={view} faulty={faulty} />
        <Reassign view={view} faulty={faulty} />
        <MoveDue view={view} faulty={faulty} />
      </div>
    </Section>
  );
}

/** What was typed into the form of this intent, and what was wrong with it. */
function typedIn(faulty: Faulty, intent: string) {
  const own = faulty?.values.intent === intent ? faulty : undefined;
  return { values: own?.values ?? {}, errors: own?.fieldErrors ?? {} };
}

/** Each act says which revision it was decided on. */
function ActForm({ view, faulty, intent, children }: Props & { intent: string; children: ReactNode }) {
  const { values } = typedIn(faulty, intent);
  return (
    <Form
      method="post"
      className="measure stack-2"
      key={`${view.followUp.revision} ${JSON.stringify(values)}`}
    >
      <input type="hidden" name="revision" value={view.followUp.revision} />
      {children}
    </Form>
  );
}

function Done(props: Props) {
  const { values, errors } = typedIn(props.faulty, 'done');
  return (
    <ActForm {...props} intent="done">
      <Field label="What came of it" help="In words that can be told to them." error={errors.outcome}>
        <TextArea name="outcome" maxLength={1000} defaultValue={values.outcome} />
      </Field>
      <Button name="intent" value="done">
        Done
      </Button>
    </ActForm>
  );
}

function Decline(props: Props) {
  const { values, errors } = typedIn(props.faulty, 'decline');
  return (
    <ActForm {...props} intent="decline">
      <Field label="Why not" help="An honest no is an answer too: they are told it." error={errors.because}>
        <TextArea name="because" maxLength={1000} defaultValue={values.because} />
      </Field>
      <Button name="intent" value="decline">
        Decline
      </Button>
    </ActForm>
  );
}

function Reassign(props: Props) {
  const { values, errors } = typedIn(props.faulty, 'reassign');
  return (
    <ActForm {...props} intent="reassign">
      <Field label="Who gets it" error={errors.owner}>
        <Select name="owner" prompt="Choose" options={props.view.members} defaultValue={values.owner ?? ''} />
      </Field>
      <Button name="intent" value="reassign">
        Give it to them
      </Button>
    </ActForm>
  );
}

function MoveDue(props: Props) {
  const { values, errors } = typedIn(props.faulty, 'move_due');
  return (
    <ActForm {...props} intent="move_due">
      <Field label="Due on" help="By the end of the working hours of that day." error={errors.dueOn}>
        <TextInput type="date" name="dueOn" defaultValue={values.dueOn} />
      </Field>
      <Button name="intent" value="move_due">
        Move the day
      </Button>
    </ActForm>
  );
}

function Tell(props: Props) {
  return (
    <Section
      title="Have they been told?"
      lead="It is finished when whoever said it heard what came of it, or why not."
    >
      <ActForm {...props} intent="tell">
        <Button name="intent" value="tell" variant="primary">
          They were told
        </Button>
      </ActForm>
    </Section>
  );
}

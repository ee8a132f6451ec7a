import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Select, TextInput } from '#app/ui/control.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import type { action, loader } from './route.tsx';

type View = ReturnType<typeof useLoaderData<typeof loader>>;
type Typed = Partial<Record<string, string>>;

/** A promise to do something about what one persona said. */
export function NewFollowUpPage() {
  const view = useLoaderData<typeof loader>();
  const { fieldErrors = {}, values = {} } = useActionData<typeof action>() ?? {};
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  if (view.programmes.length === 0) return <NoProgramme />;
  return (
    <>
      <PageHead
        crumb={<Link to="/follow-ups">Follow-ups</Link>}
        title="New follow-up"
        lead={<Lead view={view} />}
      />
      <Form method="post" noValidate key={JSON.stringify(values)}>
        <ErrorSummary faults={faults} />
        {(['person', 'account', 'response'] as const).map((name) => (
          <input key={name} type="hidden" name={name} value={view.about[name]} />
        ))}
        <Fields view={view} errors={fieldErrors} typed={values} />
        <p className="cluster form-foot">
          <Button variant="primary">Open it</Button>
        </p>
      </Form>
    </>
  );
}

function Lead({ view: { about } }: { view: View }) {
  const who = [about.personName, about.accountName].filter(Boolean).join(' at ');
  const one = about.response ? 'About one answer, and whoever gave it.' : who && `About ${who}.`;
  return <>{one || 'What is to be done, by whom and by when.'} It is of one persona.</>;
}

function Fields({ view, errors, typed }: { view: View; errors: Typed; typed: Typed }) {
  const { about, programmes, waves, personas, members, themes } = view;
  const lanes = personas.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Field id="what" label="What is to be done" error={errors.what}>
        <TextInput name="what" required maxLength={200} defaultValue={typed.what} autoComplete="off" />
      </Field>
      <Field id="persona" label="Persona" help="As whom they said it." error={errors.persona}>
        <Select
          name="persona"
          prompt="Choose"
          options={lanes}
          defaultValue={typed.persona ?? about.persona}
        />
      </Field>
      <Field id="programme" label="Programme" error={errors.programme}>
        <Select
          name="programme"
          prompt="Choose"
          options={programmes}
          defaultValue={typed.programme ?? about.programme}
        />
      </Field>
      <Field id="wave" label="Send" help="Where it was said in one." error={errors.wave}>
        <Select name="wave" prompt="None" options={waves} defaultValue={typed.wave ?? about.wave} />
      </Field>
      {themes.length > 0 && (
        <Field id="theme" label="Theme" help="Where several people raised it." error={errors.theme}>
          <Select name="theme" prompt="None" options={themes} defaultValue={typed.theme ?? about.theme} />
        </Field>
      )}
      <Field id="owner" label="Who does it" help="Yourself, where you choose nobody." error={errors.owner}>
        <Select name="owner" prompt="Myself" options={members} defaultValue={typed.owner ?? ''} />
      </Field>
      <Field
        id="dueOn"
        label="Due on"
        help="By the end of the working hours of that day."
        error={errors.dueOn}
      >
        <TextInput type="date" name="dueOn" required defaultValue={typed.dueOn} />
      </Field>
      {(errors.person ?? errors.response) && (
        <p className="fault" id={errors.person ? 'person' : 'response'}>
          {errors.person ?? errors.response}
        </p>
      )}
    </>
  );
}

function NoProgramme() {
  return (
    <>
      <PageHead crumb={<Link to="/follow-ups">Follow-ups</Link>} title="New follow-up" />
      <EmptyState
        title="There is no programme yet"
        action={
          <ButtonLink variant="primary" to="/programmes/new">
            Start a programme
          </ButtonLink>
        }
      >
        A follow-up belongs to the programme in which it was promised.
      </EmptyState>
    </>
  );
}

import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choice.tsx';
import { Select, TextInput } from '#app/ui/control.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import type { action, loader } from './route.tsx';

export function NewSurveyPage() {
  const { programmes } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        crumb={<Link to="/surveys">Surveys</Link>}
        title="New survey"
        lead="For one persona, for good: questions written for buyers are not put to end-users."
      />
      {programmes.length > 0 ? <NewSurveyForm /> : <NoProgramme />}
    </>
  );
}

function NoProgramme() {
  return (
    <EmptyState
      title="First a programme"
      action={
        <ButtonLink variant="primary" to="/programmes/new">
          Start a programme
        </ButtonLink>
      }
    >
      A survey serves a programme, which says why anybody is asked.
    </EmptyState>
  );
}

function NewSurveyForm() {
  const { wanted, personas, programmes } = useLoaderData<typeof loader>();
  const { fieldErrors = {}, values = {} } = useActionData<typeof action>() ?? {};
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  const chosen = values.personaId ?? wanted.personaId;
  const only = programmes.length === 1 ? programmes[0]!.value : '';
  return (
    <Form method="post" noValidate key={JSON.stringify(values)}>
      <ErrorSummary faults={faults} />
      <Field id="programme" label="Programme" error={fieldErrors.programme}>
        <Select
          name="programme"
          prompt="Choose a programme"
          options={programmes}
          defaultValue={values.programme ?? (wanted.programme || only)}
        />
      </Field>
      <RadioGroup
        id="personaId"
        label="For whom?"
        name="personaId"
        options={personas.map((persona) => ({
          value: persona.id,
          label: <PersonaName {...laneIdentity(persona)} name={persona.plural} />,
          help: persona.definition,
        }))}
        error={fieldErrors.personaId}
        {...(chosen ? { defaultValue: chosen } : {})}
      />
      <Field
        id="name"
        label="Name"
        help="For colleagues; respondents do not see it."
        error={fieldErrors.name}
      >
        <TextInput name="name" defaultValue={values.name} autoComplete="off" required maxLength={80} />
      </Field>
      <p className="cluster form-foot">
        <Button variant="primary">Write the questions</Button>
      </p>
    </Form>
  );
}

import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choice.tsx';
import { Select, TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { NOT_KNOWN } from './not-known.ts';
import type { action, loader } from './route.tsx';

const NO_FAULT = { fieldErrors: {} as Record<string, string>, values: {} as Record<string, string> };

export function NewPersonPage() {
  const said = useActionData<typeof action>();
  const { fieldErrors, values } = said ?? NO_FAULT;
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  return (
    <>
      <PageHead
        crumb={<Link to="/people">People</Link>}
        title="A new person"
        lead="One person at one account. A list of many comes in faster as a CSV."
      />
      <Form method="post" noValidate className="section">
        <ErrorSummary faults={faults} />
        {said?.known && (
          <p>
            <Link to={`/people/${said.known.slug}`}>Open {said.known.name}</Link> to add a workplace, an
            address or a role.
          </p>
        )}
        <Who errors={fieldErrors} values={values} />
        <Role errors={fieldErrors} values={values} />
        <p className="form-foot">
          <Button variant="primary">Add the person</Button>
        </p>
      </Form>
    </>
  );
}

interface Typed {
  errors: Record<string, string>;
  values: Record<string, string>;
}

function Who({ errors, values }: Typed) {
  const { accountName, languages } = useLoaderData<typeof loader>();
  return (
    <>
      <Field id="name" label="Name" error={errors.name}>
        <TextInput name="name" maxLength={200} autoComplete="off" defaultValue={values.name} required />
      </Field>
      <Field id="email" label="E-mail" error={errors.email}>
        <TextInput
          {...{ type: 'email', name: 'email', maxLength: 300, autoComplete: 'off' }}
          defaultValue={values.email}
          required
        />
      </Field>
      <Field
        id="accountName"
        label="Works at"
        help="A new name becomes a new account."
        error={errors.accountName}
      >
        <TextInput
          {...{ name: 'accountName', maxLength: 200, autoComplete: 'off' }}
          defaultValue={values.accountName ?? accountName}
          required
        />
      </Field>
      <Field id="title" label="Title" help="Leave it empty where you don’t know it." error={errors.title}>
        <TextInput name="title" maxLength={200} autoComplete="off" defaultValue={values.title} />
      </Field>
      <Field
        id="language"
        label="Language"
        help="Mail and questions come in it where the survey speaks it."
        error={errors.language}
      >
        <Select
          name="language"
          options={[{ value: '', label: 'Not known' }, ...languages]}
          defaultValue={values.language ?? ''}
        />
      </Field>
    </>
  );
}

/** Nothing is chosen beforehand: a role nobody vouches for is none. */
function Role({ errors, values }: Typed) {
  const { personas } = useLoaderData<typeof loader>();
  const options = personas.map((persona) => ({
    value: persona.id,
    label: <PersonaName {...laneIdentity(persona)} name={persona.name} />,
    help: persona.definition,
  }));
  const notKnown = {
    value: NOT_KNOWN,
    label: 'I don’t know yet',
    help: 'They can’t be asked until somebody says it, and stand under “Roles missing”.',
  };
  return (
    <>
      <RadioGroup
        {...{ id: 'persona', name: 'persona', label: 'What they do there' }}
        options={[...options, notKnown]}
        error={errors.persona}
        {...(values.persona ? { defaultValue: values.persona } : {})}
      />
      <Field
        id="evidence"
        label="How you know"
        help="Such as “said so on the call of 3 May”. Not needed where you don’t know yet."
        error={errors.evidence}
      >
        <TextInput name="evidence" maxLength={300} autoComplete="off" defaultValue={values.evidence} />
      </Field>
    </>
  );
}

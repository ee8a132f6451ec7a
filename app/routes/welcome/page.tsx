import { Form, useActionData } from '@remix-run/react';
import { AlonePage } from '#app/ui/alone-page.tsx';
import { Button } from '#app/ui/button.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import type { action } from './route.tsx';

export function WelcomePage() {
  const { fieldErrors = {}, values = {} } = useActionData<typeof action>() ?? {};
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  return (
    <AlonePage
      title="Welcome to Rolecall"
      lead="Nobody has set up this Rolecall yet. Name your workspace, and you are its first admin."
    >
      <Form method="post" noValidate>
        <ErrorSummary faults={faults} />
        <Field
          id="workspaceName"
          label="Workspace"
          help="The name of your firm or team. The people you ask will read it."
          error={fieldErrors.workspaceName}
        >
          <TextInput
            name="workspaceName"
            autoComplete="organization"
            defaultValue={values.workspaceName}
            required
          />
        </Field>
        <Field id="name" label="Your name" error={fieldErrors.name}>
          <TextInput name="name" autoComplete="name" defaultValue={values.name} required />
        </Field>
        <Field id="email" label="Your e-mail address" error={fieldErrors.email}>
          <TextInput name="email" type="email" autoComplete="username" defaultValue={values.email} required />
        </Field>
        <Field
          id="password"
          label="Password"
          help="At least 15 characters, any you like. Four words in a row are easy to keep."
          error={fieldErrors.password}
        >
          <TextInput name="password" type="password" autoComplete="new-password" required />
        </Field>
        <Button variant="primary">Set up the workspace</Button>
      </Form>
      <Form method="post" action="/example" className="alone-foot">
        <p>Or look around first: an invented firm with its people, two waves and their answers.</p>
        <Button>Load the example workspace</Button>
      </Form>
    </AlonePage>
  );
}

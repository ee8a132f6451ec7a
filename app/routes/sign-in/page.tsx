import { Form, Link, useActionData } from '@remix-run/react';
import { AlonePage } from '#app/ui/alone-page.tsx';
import { Button } from '#app/ui/button.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import type { action } from './route.tsx';

export function SignInPage() {
  const { fieldErrors = {}, values = {} } = useActionData<typeof action>() ?? {};
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  return (
    <AlonePage title="Sign in">
      <Form method="post" noValidate>
        <ErrorSummary faults={faults} />
        <Field id="email" label="E-mail address" error={fieldErrors.email}>
          <TextInput name="email" type="email" autoComplete="username" defaultValue={values.email} required />
        </Field>
        <Field id="password" label="Password" error={fieldErrors.password}>
          <TextInput name="password" type="password" autoComplete="current-password" required />
        </Field>
        <Button variant="primary">Sign in</Button>
      </Form>
      <p className="alone-foot">
        <Link to="/forgot">Ask for a new password</Link>
      </p>
    </AlonePage>
  );
}

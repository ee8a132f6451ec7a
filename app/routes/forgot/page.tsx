import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { AlonePage } from '#app/ui/alone-page.tsx';
import { Button } from '#app/ui/button.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import type { action, loader } from './route.tsx';

export function ForgotPage() {
  const { sent } = useLoaderData<typeof loader>();
  return sent ? <Sent /> : <Ask />;
}

function Sent() {
  return (
    <AlonePage
      title="Look into your mail"
      lead="If a member has this address, a mail with a link is on its way. The link works once, for one hour."
    >
      <p className="alone-foot">
        <Link to="/sign-in">Back to signing in</Link>
      </p>
    </AlonePage>
  );
}

function Ask() {
  const { fieldErrors = {}, values = {} } = useActionData<typeof action>() ?? {};
  return (
    <AlonePage title="Ask for a new password" lead="We mail you a link to choose it.">
      <Form method="post" noValidate>
        <Field label="E-mail address" error={fieldErrors.email}>
          <TextInput name="email" type="email" autoComplete="username" defaultValue={values.email} required />
        </Field>
        <Button variant="primary">Send the link</Button>
      </Form>
      <p className="alone-foot">
        <Link to="/sign-in">Back to signing in</Link>
      </p>
    </AlonePage>
  );
}

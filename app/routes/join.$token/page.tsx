import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { AlonePage } from '#app/ui/alone-page.tsx';
import { Button } from '#app/ui/button.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import type { action, loader } from './route.tsx';

export function JoinPage() {
  const { workspaceName, name, email } = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>()?.fault;
  return (
    <AlonePage
      title={`Join ${workspaceName}`}
      lead={`Hello ${name}. Choose a password, and from then on sign in as ${email}.`}
    >
      <Form method="post" noValidate>
        {/* Password managers keep the pair; the server goes by the link alone. */}
        <input
          type="email"
          className="vh"
          autoComplete="username"
          value={email}
          readOnly
          tabIndex={-1}
          aria-hidden
        />
        <Field
          label="Password"
          help="At least 15 characters, any you like. Four words in a row are easy to keep."
          error={fault}
        >
          <TextInput name="password" type="password" autoComplete="new-password" required />
        </Field>
        <Button variant="primary">Join and sign in</Button>
      </Form>
    </AlonePage>
  );
}

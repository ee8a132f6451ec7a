import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choice.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/section.tsx';

const PERMISSIONS = [
  { value: 'admin', label: 'Admin', help: 'Everything, also members, keys and the mailbox.' },
  { value: 'cx', label: 'CX', help: 'People, programmes, surveys, sends, answers and results.' },
  { value: 'executive', label: 'Executive', help: 'Overview and results, without anybody’s name.' },
];

interface InviteFormProps {
  fieldErrors: Record<string, string>;
  values: Record<string, string>;
}

export function InviteForm({ fieldErrors, values }: InviteFormProps) {
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  return (
    <Section title="Invite a member" lead="They get a mail with a link to choose their password.">
      <Form method="post" noValidate key={JSON.stringify(values)}>
        <ErrorSummary faults={faults} />
        <Field id="name" label="Name" error={fieldErrors.name}>
          <TextInput name="name" autoComplete="off" defaultValue={values.name} required />
        </Field>
        <Field id="email" label="E-mail address" error={fieldErrors.email}>
          <TextInput name="email" type="email" autoComplete="off" defaultValue={values.email} required />
        </Field>
        <RadioGroup
          id="permission"
          label="What they may do"
          name="permission"
          options={PERMISSIONS}
          error={fieldErrors.permission}
          {...(values.permission ? { defaultValue: values.permission } : {})}
        />
        <p className="cluster form-foot">
          <Button variant="primary" name="intent" value="invite">
            Send the invitation
          </Button>
        </p>
      </Form>
    </Section>
  );
}

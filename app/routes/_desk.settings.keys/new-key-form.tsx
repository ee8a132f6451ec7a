import { Form } from '@remix-run/react';
import { API_SCOPES } from '#app/membership/keys/api-scope.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxGroup } from '#app/ui/choice.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/section.tsx';

const SCOPES = Object.entries(API_SCOPES).map(([value, label]) => ({ value, label, help: value }));

interface NewKeyFormProps {
  fieldErrors: Record<string, string>;
  values: Record<string, string>;
}

export function NewKeyForm({ fieldErrors, values }: NewKeyFormProps) {
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  return (
    <Section title="Make a key" lead="Tick as little as the program needs.">
      <Form method="post" noValidate key={JSON.stringify(values)}>
        <ErrorSummary faults={faults} />
        <Field id="name" label="What it is for" error={fieldErrors.name}>
          <TextInput name="name" autoComplete="off" defaultValue={values.name} required />
        </Field>
        <CheckboxGroup
          id="scopes"
          label="What it may do"
          name="scopes"
          options={SCOPES}
          error={fieldErrors.scopes}
        />
        <p className="cluster form-foot">
          <Button variant="primary" name="intent" value="make">
            Make the key
          </Button>
        </p>
      </Form>
    </Section>
  );
}

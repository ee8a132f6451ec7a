import { Form } from '@remix-run/react';
import type { PersonaLabel } from '#app/persona/persona.ts';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choice.tsx';
import { TextArea, TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { Section } from '#app/ui/section.tsx';

interface AddPersonaFormProps {
  bases: readonly (PersonaLabel & { definition: string })[];
  fieldErrors: Record<string, string>;
  values: Record<string, string>;
}

export function AddPersonaForm({ bases, fieldErrors, values }: AddPersonaFormProps) {
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  return (
    <Section
      title="Add a persona"
      lead="A special case of one base role, for ever: its people count under it and under nothing else."
    >
      <Form method="post" noValidate key={JSON.stringify(values)}>
        <ErrorSummary faults={faults} />
        <Field
          id="name"
          label="Name"
          help="One person of this role, such as “Procurement lead”."
          error={fieldErrors.name}
        >
          <TextInput name="name" autoComplete="off" defaultValue={values.name} required />
        </Field>
        <Field
          id="plural"
          label="Several of them"
          help="Left empty, it is the name with an s."
          error={fieldErrors.plural}
        >
          <TextInput name="plural" autoComplete="off" defaultValue={values.plural} />
        </Field>
        <RadioGroup
          id="base"
          label="A special case of"
          name="base"
          options={bases.map(({ id, base, name, definition }) => ({
            value: id,
            label: <PersonaName lane={base} name={name} />,
            help: definition,
          }))}
          error={fieldErrors.base}
          {...(values.base ? { defaultValue: values.base } : {})}
        />
        <Field
          id="definition"
          label="Definition"
          help="One sentence that lets a stranger sort a person into it or out of it."
          error={fieldErrors.definition}
        >
          <TextArea name="definition" rows={2} defaultValue={values.definition} required />
        </Field>
        <Field
          id="question"
          label="A question that finds them"
          help="May stay empty. It is asked when nobody knows whether a person has this role."
          error={fieldErrors.question}
        >
          <TextInput name="question" defaultValue={values.question} />
        </Field>
        <p className="cluster form-foot">
          <Button variant="primary" name="intent" value="add">
            Add the persona
          </Button>
        </p>
      </Form>
    </Section>
  );
}

import { TextInput } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import { MOST } from './attribute.ts';
import { fieldOf } from './value-form.ts';

interface ValueFieldsProps {
  attributes: readonly { name: string; value: string | null }[];
  /** What was wrong with the form just sent, and what was typed. */
  faulty: { fieldErrors: Record<string, string>; values: Record<string, string> };
}

/** A field for each own attribute; empty clears it. */
export function ValueFields({ attributes, faulty: { fieldErrors, values } }: ValueFieldsProps) {
  return attributes.map(({ name, value }) => {
    const field = fieldOf(name);
    return (
      <Field key={name} id={field} label={name} error={fieldErrors[field]}>
        <TextInput
          name={field}
          maxLength={MOST.value}
          defaultValue={values[field] ?? value ?? ''}
          autoComplete="off"
        />
      </Field>
    );
  });
}

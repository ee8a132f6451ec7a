import { Select, TextInput } from '#app/ui/control.tsx';
import { Field, FieldGroup } from '#app/ui/field.tsx';

interface RuleFieldsProps {
  values: Record<string, string | undefined>;
  error: string | undefined;
}

/** The change rule as a machine can check it: an end of the interval held against a number. */
export function RuleFields({ values, error }: RuleFieldsProps) {
  return (
    <FieldGroup
      id="rule"
      label="The same as a number, if it is one"
      help="The page of results then says by itself whether the rule is cleared. It looks at an end of the interval, never at the score alone."
      error={error}
    >
      <div className="rule-fields">
        <Field label="End of the interval">
          <Select
            name="bound"
            defaultValue={values.bound ?? ''}
            options={[
              { value: '', label: 'No number' },
              { value: 'lower', label: 'Lower end' },
              { value: 'upper', label: 'Upper end' },
            ]}
          />
        </Field>
        <Field label="Side">
          <Select
            name="side"
            defaultValue={values.side ?? ''}
            options={[
              { value: '', label: 'No number' },
              { value: 'above', label: 'above' },
              { value: 'below', label: 'below' },
            ]}
          />
        </Field>
        <Field label="Score, −100 to +100">
          <TextInput
            name="threshold"
            defaultValue={values.threshold}
            inputMode="numeric"
            autoComplete="off"
          />
        </Field>
      </div>
    </FieldGroup>
  );
}

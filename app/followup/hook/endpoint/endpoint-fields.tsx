import { CheckboxGroup, Choice, RadioGroup } from '#app/ui/choice.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { Field, FieldGroup } from '#app/ui/field.tsx';
import { FORMATS } from './endpoint.ts';

export interface EndpointValues {
  url: string;
  description: string;
  kinds: readonly string[];
  format: string;
  carriesNames: boolean;
}

interface EndpointFieldsProps {
  values: EndpointValues;
  fieldErrors: Record<string, string>;
  kinds: readonly { value: string; label: string; help: string }[];
  /** The format is chosen once. */
  choosesFormat: boolean;
}

/** Where events go, which ones, and what they carry. */
export function EndpointFields({ values, fieldErrors, kinds, choosesFormat }: EndpointFieldsProps) {
  return (
    <>
      <Field
        id="url"
        label="Address"
        help="An https address of yours that takes a POST, or the one that your chat gave you."
        error={fieldErrors.url}
      >
        <TextInput type="url" name="url" autoComplete="off" defaultValue={values.url} required />
      </Field>
      <Field id="description" label="What it is for" error={fieldErrors.description}>
        <TextInput name="description" maxLength={200} autoComplete="off" defaultValue={values.description} />
      </Field>
      <CheckboxGroup
        id="kinds"
        label="What it hears of"
        name="kinds"
        options={kinds}
        defaultValues={values.kinds}
        error={fieldErrors.kinds}
      />
      {choosesFormat && (
        <RadioGroup
          id="format"
          label="What its receiver understands"
          name="format"
          options={Object.entries(FORMATS).map(([value, label]) => ({ value, label }))}
          defaultValue={values.format}
          error={fieldErrors.format}
        />
      )}
      <FieldGroup label="Names and words" id="carriesNames" error={fieldErrors.carriesNames}>
        <Choice
          type="checkbox"
          name="carriesNames"
          value="yes"
          label="Send names of people and accounts, and what they wrote"
          help="Without it they are named by their ids alone. Figures are never sent."
          defaultChecked={values.carriesNames}
        />
      </FieldGroup>
    </>
  );
}

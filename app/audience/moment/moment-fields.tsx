import { TextArea, TextInput } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';

interface MomentFieldsProps {
  values: Partial<Record<'name' | 'tryingTo' | 'promise' | 'evidence', string>>;
  errors: Record<string, string>;
}

/** What is written down of a moment: theirs first, then ours. */
export function MomentFields({ values, errors }: MomentFieldsProps) {
  return (
    <>
      <Field id="name" label="Moment" help="Such as “The invoice arrives”." error={errors.name}>
        <TextInput name="name" maxLength={80} autoComplete="off" defaultValue={values.name} required />
      </Field>
      <Field
        id="tryingTo"
        label="What they try to get done"
        help="In their words, as they would say it to a colleague."
        error={errors.tryingTo}
      >
        <TextArea name="tryingTo" rows={2} defaultValue={values.tryingTo} required />
      </Field>
      <Field
        id="promise"
        label="The experience we promise"
        help="Leave it empty where nothing is promised: that is worth seeing, too."
        error={errors.promise}
      >
        <TextArea name="promise" rows={2} defaultValue={values.promise} />
      </Field>
      <Field
        id="evidence"
        label="How we know"
        help="Who said so, or where it was seen."
        error={errors.evidence}
      >
        <TextArea name="evidence" rows={2} defaultValue={values.evidence} />
      </Field>
    </>
  );
}

import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import type { DraftQuestion } from '#app/survey/draft.ts';
import { RadioGroup } from '#app/ui/choice.tsx';
import { Field } from '#app/ui/field.tsx';
import { RegisteredInput } from './registered.tsx';

interface RatingFieldsProps {
  question: DraftQuestion;
  register: UseFormRegister<DraftQuestion>;
  faults: FieldErrors<DraftQuestion>;
}

/** How far the scale goes and what its ends mean. */
export function RatingFields({ question, register, faults }: RatingFieldsProps) {
  return (
    <>
      <RadioGroup
        label="Scale"
        name="points"
        defaultValue={String(question.points)}
        options={[
          { value: '5', label: '1 to 5' },
          { value: '7', label: '1 to 7' },
        ]}
      />
      <Field id="low" label="What 1 means" error={faults.low?.message}>
        <RegisteredInput defaultValue={question.low} maxLength={60} registration={register('low')} />
      </Field>
      <Field id="high" label="What the highest number means" error={faults.high?.message}>
        <RegisteredInput defaultValue={question.high} maxLength={60} registration={register('high')} />
      </Field>
    </>
  );
}

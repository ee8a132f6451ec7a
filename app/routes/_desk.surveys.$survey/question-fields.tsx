import { useForm } from 'react-hook-form';
import { PURPOSE_LABELS } from '#app/programme/purpose/purpose-words.ts';
import type { DraftQuestion } from '#app/survey/draft.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import { SERVED_LINES } from '#app/survey/question/shared.ts';
import { Button } from '#app/ui/button.tsx';
import { Select } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import { checkQuestion } from './check-question.ts';
import { PartFields } from './part-fields.tsx';
import { RegisteredInput, RegisteredText } from './registered.tsx';

interface QuestionFieldsProps {
  question: DraftQuestion | null;
  /** Its place in the set, from 1; 0 for one that somebody removed meanwhile. */
  number: number;
  errors: Record<string, string>;
}

/** The question being written. With script a field says what it lacks when it is left; saving never waits for that. */
export function QuestionFields({ question, number, errors }: QuestionFieldsProps) {
  if (!question)
    return (
      <p className="dashed measure">
        <b>Nothing asked yet.</b> Add the first question; three are enough for most decisions.
      </p>
    );
  return <WrittenQuestion question={question} number={number} errors={errors} />;
}

function WrittenQuestion({ question, number, errors }: QuestionFieldsProps & { question: DraftQuestion }) {
  const { register, formState } = useForm<DraftQuestion>({
    defaultValues: question,
    mode: 'onBlur',
    resolver: checkQuestion(question),
  });
  const faults = formState.errors;
  return (
    <>
      <input type="hidden" name="key" value={question.key} />
      <input type="hidden" name="kind" value={question.kind} />
      <h2>
        {number > 0 ? `Question ${number}` : 'A question that somebody dropped'}:{' '}
        {roomOf(question).words.short}
      </h2>
      <Field id="wording" label="Wording" error={errors.wording ?? faults.wording?.message}>
        <RegisteredText
          rows={3}
          defaultValue={question.wording}
          maxLength={500}
          registration={register('wording')}
        />
      </Field>
      <PartFields question={question} />
      <Field
        id="concept"
        label="What it is about, in a word or three"
        help="Such as “recommend” or “price”. The same words tie it to the same idea asked of another persona."
        error={errors.concept ?? faults.concept?.message}
      >
        <RegisteredInput defaultValue={question.concept} maxLength={60} registration={register('concept')} />
      </Field>
      <Field id="serves" label="Which line above does it serve?" error={errors.serves}>
        <Select
          name="serves"
          prompt="Not said yet"
          options={SERVED_LINES.map((line) => ({ value: line, label: PURPOSE_LABELS[line] }))}
          defaultValue={question.serves}
        />
      </Field>
      <label className="choice must">
        <input type="checkbox" defaultChecked={question.required} {...register('required')} />
        <span>Must be answered</span>
      </label>
      <p className="cluster form-foot">
        <Button name="intent" value="save">
          Save
        </Button>
      </p>
    </>
  );
}

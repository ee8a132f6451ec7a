import { useForm } from 'react-hook-form';
import { BASE_PERSONAS, BASES } from '#app/persona/persona.ts';
import { PURPOSE_LABELS } from '#app/programme/purpose/purpose-words.ts';
import { ASSUMED_WORK } from '#app/survey/assumed-work.ts';
import { asAsked } from '#app/survey/compare/as-asked.ts';
import { twinsOf } from '#app/survey/compare/asked.ts';
import { TwinQuestions } from '#app/survey/compare/twin-questions.tsx';
import type { DraftQuestion } from '#app/survey/draft/draft.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import { SERVED_LINES } from '#app/survey/question/shared.ts';
import { Field } from '#app/ui/field.tsx';
import { checkQuestion } from './check-question.ts';
import { useDesk } from './desk-view.tsx';
import { FieldsProvider, type QuestionFormProps, useFields } from './fields-context.tsx';
import { Findings } from './findings.tsx';
import { InsertPlace } from './insert-place.tsx';
import { LogicFields } from './logic-fields.tsx';
import { PartFields } from './part-fields.tsx';
import { RegisteredCheck, RegisteredInput, RegisteredSelect, RegisteredText } from './registered.tsx';
import { useTyping } from './use-typing.ts';

/** Said at once, because nobody leaves a field to find out. */
const AT_ONCE = /^(serves|assumes|showIf|jumps)/;

/** The question being written: the shared fields, those of its kind, when it is asked and where it leads. */
export function QuestionForm(props: QuestionFormProps) {
  const { question, faults, insists, errors } = props;
  const { change } = useDesk();
  const form = useForm<DraftQuestion>({ defaultValues: question, mode: 'onBlur', resolver: checkQuestion });
  useTyping(form, question, change);
  const { formState } = form;
  const errorAt = (field: string) =>
    errors[field] ??
    form.getFieldState(field as 'wording', formState).error?.message ??
    faults.find(
      (fault) => fault.field === field && (insists || AT_ONCE.test(field) || fault.sentence.includes('{{')),
    )?.sentence;
  const number = props.questions.indexOf(question) + 1;
  return (
    <FieldsProvider value={{ ...props, form, errorAt }}>
      <input type="hidden" name="key" value={question.key} />
      <input type="hidden" name="kind" value={question.kind} />
      <h2>
        {number > 0 ? `Question ${number}` : 'A question that somebody dropped'}:{' '}
        {roomOf(question).words.short}
      </h2>
      <Wording />
      <PartFields />
      <Aim />
      <LogicFields />
      <Twins />
    </FieldsProvider>
  );
}

function Wording() {
  const { question, form, errorAt } = useFields();
  const isAsked = roomOf(question).asks;
  return (
    <>
      <Field id="wording" label="Wording" error={errorAt('wording')}>
        <RegisteredText
          rows={3}
          defaultValue={question.wording}
          maxLength={500}
          registration={form.register('wording')}
        />
      </Field>
      <InsertPlace into="wording" />
      <Findings place={`${question.key}.wording`} field="wording" />
      <Field
        id="help"
        label={isAsked ? 'A line below it' : 'More words'}
        help="Left empty, there is none."
        error={errorAt('help')}
      >
        <RegisteredInput defaultValue={question.help} maxLength={300} registration={form.register('help')} />
      </Field>
      <Findings place={`${question.key}.help`} field="help" />
    </>
  );
}

/** The same idea as other personas are asked it: two questions, two series. */
function Twins() {
  const { question, questions } = useFields();
  const { twins } = useDesk().view;
  const asked = twins && asAsked(question, questions.indexOf(question) + 1);
  if (!asked || asked.concept.trim() === '') return null;
  return <TwinQuestions own={twins.own} question={asked} twins={twinsOf(twins.others, asked.concept)} />;
}

/** What it is about, what it is for, and for whose work it was written. */
function Aim() {
  const { question, form, errorAt } = useFields();
  const { view } = useDesk();
  const { purpose, slug } = view;
  const isAsked = roomOf(question).asks;
  const lines = SERVED_LINES.map((line) => ({
    value: line,
    label: purpose?.[line] ? `${PURPOSE_LABELS[line]}: ${purpose[line]}` : PURPOSE_LABELS[line],
  }));
  const works = BASES.map((base) => ({
    value: base,
    label: `${BASE_PERSONAS[base].plural}: it assumes ${ASSUMED_WORK[base]}`,
  }));
  const isMismatch = question.assumes !== '' && question.assumes !== view.persona.base;
  return (
    <>
      <Field
        id="concept"
        label="What it is about, in a word or three"
        help="Such as “recommend” or “price”. The same words tie it to the same idea asked of another persona."
        error={errorAt('concept')}
      >
        <RegisteredInput
          defaultValue={question.concept}
          maxLength={60}
          registration={form.register('concept')}
        />
      </Field>
      <Field id="serves" label="Which line above does it serve?" error={errorAt('serves')}>
        <RegisteredSelect
          prompt="Not said yet"
          options={lines}
          defaultValue={question.serves}
          registration={form.register('serves')}
        />
      </Field>
      <Field id="assumes" label="Written for" error={errorAt('assumes')}>
        <RegisteredSelect
          prompt={`Anybody who is asked`}
          options={works}
          defaultValue={question.assumes}
          registration={form.register('assumes')}
        />
      </Field>
      {isMismatch && (
        <p className="small after-field">
          <a href={`/surveys/${slug}/copy`}>Copy it to a survey of theirs</a>
        </p>
      )}
      {isAsked && (
        <div className="must">
          <RegisteredCheck
            label="Must be answered"
            defaultChecked={question.required}
            registration={form.register('required')}
          />
          <RegisteredCheck
            label="Offer “prefer not to say”"
            defaultChecked={question.declinable}
            registration={form.register('declinable')}
          />
        </div>
      )}
    </>
  );
}

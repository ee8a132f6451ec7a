import { asQuestion } from '#app/survey/draft/check-draft.ts';
import type { DraftQuestion } from '#app/survey/draft/draft.ts';
import { OPS_FOR } from '#app/survey/logic/check-logic.ts';
import { type Condition, needsValue, type Test, type TestOp } from '#app/survey/logic/condition.ts';
import type { Testable } from '#app/survey/question/room.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import type { Question } from '#app/survey/question.ts';
import { Button } from '#app/ui/button.tsx';
import { useDesk } from './desk-view.tsx';
import { useFields } from './fields-context.tsx';
import { questionTitle } from './question-title.ts';
import { RegisteredInput, RegisteredSelect } from './registered.tsx';

const OP_WORDS = {
  answered: 'was answered',
  blank: 'was left empty, or not asked',
  declined: '“prefer not to say”',
  is: 'is',
  is_not: 'is not',
  at_least: 'is at least',
  at_most: 'is at most',
  before: 'is before',
  after: 'is after',
} as const satisfies Record<TestOp, string>;

interface ConditionFieldsProps {
  /** `showIf` or `jumps.N.when`. */
  name: string;
  condition: Condition;
  /** The questions that are answered by then. */
  from: readonly DraftQuestion[];
  /** What the button that drops a test sends, before its number. */
  drop: string;
}

/** Tests of earlier answers, read aloud: all of these, or any of these. */
export function ConditionFields({ name, condition, from, drop }: ConditionFieldsProps) {
  const { form } = useFields();
  const { match, tests } = condition;
  return (
    <div className="condition">
      {tests.length > 1 ? (
        <RegisteredSelect
          aria-label="How many of these"
          options={[
            { value: 'all', label: 'All of these' },
            { value: 'any', label: 'Any of these' },
          ]}
          defaultValue={match}
          registration={form.register(`${name}.match` as 'wording')}
        />
      ) : (
        <input type="hidden" name={`${name}.match`} value={match} />
      )}
      {tests.length === 0 && <p className="small">In any case.</p>}
      {tests.map((test, at) => (
        <TestFields
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is its name in the form
          key={at}
          name={`${name}.tests.${at}`}
          number={at + 1}
          test={test}
          from={from}
          drop={`${drop}:${at}`}
        />
      ))}
    </div>
  );
}

interface TestFieldsProps {
  name: string;
  number: number;
  test: Test;
  from: readonly DraftQuestion[];
  drop: string;
}

function TestFields({ name, number, test, from, drop }: TestFieldsProps) {
  const { view } = useDesk();
  const { form } = useFields();
  const asked = from.filter((one) => roomOf(one).asks);
  const tested = asked.find(({ key }) => key === test.question);
  const testable = tested ? testableOf(tested) : null;
  const ops: readonly TestOp[] = testable ? OPS_FOR[testable.kind] : ['is'];
  const choices = asked.map((one) => ({
    value: one.key,
    label: `${from.indexOf(one) + 1}. ${questionTitle(one, view.persona.name).slice(0, 80)}`,
  }));
  return (
    <div className="test">
      <RegisteredSelect
        id={`${name}.question`}
        aria-label={`Test ${number}: question`}
        prompt={
          test.question === '' || tested ? 'Choose a question' : 'A question that was dropped or comes later'
        }
        options={choices}
        defaultValue={tested ? test.question : ''}
        registration={form.register(`${name}.question` as 'wording')}
      />
      <RegisteredSelect
        id={`${name}.op`}
        aria-label={`Test ${number}: how`}
        options={[...new Set([...ops, test.op])].map((op) => ({ value: op, label: OP_WORDS[op] }))}
        defaultValue={test.op}
        registration={form.register(`${name}.op` as 'wording')}
      />
      {needsValue(test.op) && (
        <ValueField name={`${name}.value`} number={number} test={test} testable={testable} />
      )}
      <Button variant="plain" name="intent" value={drop}>
        Drop<span className="vh"> test {number}</span>
      </Button>
    </div>
  );
}

function testableOf(question: DraftQuestion): Testable {
  // Its labels may still be blank: what can be asked of it is known from its kind and its lines.
  return roomOf(question).testable(asQuestion(question) as Question);
}

interface ValueFieldProps {
  name: string;
  number: number;
  test: Test;
  testable: Testable | null;
}

function ValueField({ name, number, test, testable }: ValueFieldProps) {
  const { form } = useFields();
  const registration = form.register(name as 'wording');
  const label = `Test ${number}: answer`;
  if (testable?.kind === 'choice')
    return (
      <RegisteredSelect
        id={name}
        aria-label={label}
        prompt="Choose an answer"
        options={testable.options.map((option) => ({
          value: option.key,
          label: option.label || 'Not written yet',
        }))}
        defaultValue={test.value}
        registration={registration}
      />
    );
  return (
    <RegisteredInput
      id={name}
      aria-label={label}
      type={testable?.kind === 'date' ? 'date' : 'text'}
      inputMode={testable?.kind === 'number' ? 'numeric' : undefined}
      defaultValue={test.value}
      maxLength={80}
      registration={registration}
    />
  );
}

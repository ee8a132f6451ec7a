import { Button } from '#app/ui/button.tsx';
import { Field, FieldGroup } from '#app/ui/field.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { useDesk } from './desk-view.tsx';
import { useFields } from './fields-context.tsx';
import { questionTitle } from './question-title.ts';
import { RegisteredSelect } from './registered.tsx';

const MOST_JUMPS = 10;

/** When the question is asked, and where it leads. */
export function LogicFields() {
  return (
    <>
      <AskedWhen />
      <Then />
    </>
  );
}

function AskedWhen() {
  const { question, questions, errorAt } = useFields();
  const place = questions.indexOf(question);
  const { showIf } = question;
  if (!showIf && place < 1) return null;
  return (
    <FieldGroup id="show-if" label="Asked when" error={errorAt('showIf')}>
      {showIf ? (
        <ConditionFields
          name="showIf"
          condition={showIf}
          from={questions.slice(0, Math.max(0, place))}
          drop="drop_test"
        />
      ) : (
        <p className="small">Always.</p>
      )}
      <p className="cluster">
        <Button variant="tiny" name="intent" value="add_test">
          {showIf ? 'Add a test' : 'Ask it only of some'}
        </Button>
        {showIf && (
          <Button variant="plain" name="intent" value="drop_condition">
            Ask it always
          </Button>
        )}
      </p>
    </FieldGroup>
  );
}

function Then() {
  const { question, questions, errorAt } = useFields();
  const place = questions.indexOf(question);
  const { jumps } = question;
  return (
    <FieldGroup id="jumps" label="Then" error={errorAt('jumps')}>
      {jumps.length === 0 ? (
        <p className="small">The next question.</p>
      ) : (
        <ol className="jumps">
          {/* A jump has no key of its own; its place names its fields as well. */}
          {jumps.map((jump, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is its name in the form
            <JumpFields key={at} at={at} jump={jump} place={place} />
          ))}
        </ol>
      )}
      {jumps.length < MOST_JUMPS && (
        <p>
          <Button variant="tiny" name="intent" value="add_jump">
            {jumps.length === 0 ? 'Skip on, or end early' : 'Add another way'}
          </Button>
        </p>
      )}
    </FieldGroup>
  );
}

function JumpFields({
  at,
  jump,
  place,
}: {
  at: number;
  jump: { to: string; when: Parameters<typeof ConditionFields>[0]['condition'] };
  place: number;
}) {
  const { view } = useDesk();
  const { questions, form } = useFields();
  const name = `jumps.${at}.to` as const;
  const known = questions.some(({ key }) => key === jump.to) || jump.to === 'end';
  const targets = questions
    .map((one, index) => ({
      value: one.key,
      label: `${index + 1}. ${questionTitle(one, view.persona.name).slice(0, 80)}`,
    }))
    .slice(place + 1);
  const isLater = targets.some(({ value }) => value === jump.to) || jump.to === 'end';
  const stray = isLater
    ? []
    : [{ value: jump.to, label: known ? 'A question before this one' : 'A question that was dropped' }];
  return (
    <li>
      <ConditionFields
        name={`jumps.${at}.when`}
        condition={jump.when}
        from={questions.slice(0, place + 1)}
        drop={`drop_jump_test:${at}`}
      />
      <Field label="Go to">
        <RegisteredSelect
          options={[...stray, ...targets, { value: 'end', label: 'The end: thank them and ask no more' }]}
          defaultValue={jump.to}
          registration={form.register(name)}
        />
      </Field>
      <p className="cluster">
        <Button variant="tiny" name="intent" value={`add_jump_test:${at}`}>
          Add a test
        </Button>
        <Button variant="plain" name="intent" value={`drop_jump:${at}`}>
          Drop this way
          <span className="vh"> {at + 1}</span>
        </Button>
      </p>
    </li>
  );
}

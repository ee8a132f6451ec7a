import { type DraftQuestion, linesOf } from '#app/survey/draft.ts';
import type { Part } from '#app/survey/question/part.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choice.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { Field, FieldGroup } from '#app/ui/field.tsx';

/** The fields that a kind has besides the shared ones, in the order of its parts. */
export function PartFields({ question }: { question: DraftQuestion }) {
  return roomOf(question).parts.map((part) => <PartField key={part.name} part={part} question={question} />);
}

function PartField({ part, question }: { part: Part; question: DraftQuestion }) {
  const name = `parts.${part.name}`;
  const typed = String(question.parts[part.name] ?? '');
  switch (part.control) {
    case 'flag':
      return (
        <label className="choice">
          <input type="checkbox" name={name} defaultChecked={question.parts[part.name] === true} />
          <span>{part.label}</span>
        </label>
      );
    case 'choose':
      return (
        <RadioGroup
          label={part.label}
          name={name}
          defaultValue={typed || part.options[0]!.value}
          options={part.options}
        />
      );
    case 'lines':
      return <Lines part={part} question={question} />;
    case 'text':
    case 'number':
    case 'date':
      return (
        <Field id={name} label={part.label} help={part.help}>
          <TextInput name={name} defaultValue={typed} autoComplete="off" />
        </Field>
      );
    default:
      return part satisfies never;
  }
}

function Lines({ part, question }: { part: Extract<Part, { control: 'lines' }>; question: DraftQuestion }) {
  const lines = linesOf(question, part.name);
  return (
    <FieldGroup id={part.name} label={part.label}>
      <ol className="option-list">
        {lines.map(({ key, label }, at) => (
          <li key={key}>
            <input type="hidden" name={`parts.${part.name}.${at}.key`} value={key} />
            <input
              className="input"
              id={`line-${key}`}
              name={`parts.${part.name}.${at}.label`}
              aria-label={`${part.one} ${at + 1}`}
              defaultValue={label}
              maxLength={200}
              autoComplete="off"
            />
            <Button variant="plain" name="intent" value={`remove_line:${part.name}:${key}`}>
              Drop
              <span className="vh">
                {' '}
                {part.one.toLowerCase()} {at + 1}
              </span>
            </Button>
          </li>
        ))}
      </ol>
      {lines.length < part.most && (
        <Button variant="tiny" id={`add-${part.name}`} name="intent" value={`add_line:${part.name}`}>
          Add a {part.one.toLowerCase()}
        </Button>
      )}
    </FieldGroup>
  );
}

import type { Part } from '#app/survey/question/part.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import { Field, FieldGroup } from '#app/ui/field.tsx';
import { useFields } from './fields-context.tsx';
import { Findings } from './findings.tsx';
import { LineFields } from './line-fields.tsx';
import { RegisteredCheck, RegisteredInput } from './registered.tsx';

/** The fields that a kind has besides the shared ones, in the order of its parts. */
export function PartFields() {
  const { question } = useFields();
  const isShown = ({ when }: Part) => !when || when.is.includes(String(question.parts[when.part] ?? ''));
  return (
    <>
      {roomOf(question)
        .parts.filter(isShown)
        .map((part) => (
          <PartField key={part.name} part={part} />
        ))}
    </>
  );
}

function PartField({ part }: { part: Part }) {
  const { question, form, errorAt } = useFields();
  const name = `parts.${part.name}` as const;
  const registration = form.register(name);
  const typed = question.parts[part.name];
  switch (part.control) {
    case 'flag':
      return (
        <RegisteredCheck
          label={part.label}
          help={part.help}
          defaultChecked={typed === true}
          registration={registration}
        />
      );
    case 'choose':
      return (
        <FieldGroup id={name} label={part.label} help={part.help} error={errorAt(name)}>
          {part.options.map(({ value, label }) => (
            <label className="choice" key={value}>
              <input
                type="radio"
                value={value}
                defaultChecked={value === (typed || part.options[0]!.value)}
                {...registration}
              />
              <span>{label}</span>
            </label>
          ))}
        </FieldGroup>
      );
    case 'lines':
      return <LineFields part={part} />;
    case 'text':
    case 'number':
    case 'date':
      return (
        <>
          <Field id={name} label={part.label} help={part.help} error={errorAt(name)}>
            <RegisteredInput
              type={part.control === 'date' ? 'date' : 'text'}
              inputMode={part.control === 'number' ? 'decimal' : undefined}
              defaultValue={String(typed ?? '')}
              maxLength={part.control === 'text' ? part.most : 40}
              registration={registration}
            />
          </Field>
          {part.control === 'text' && <Findings place={`${question.key}.${part.name}`} field={name} />}
        </>
      );
    default:
      return part satisfies never;
  }
}

import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import type { DraftQuestion } from '#app/survey/draft.ts';
import { MOST_OPTIONS } from '#app/survey/question-kind.ts';
import { Button } from '#app/ui/button.tsx';
import { FieldGroup } from '#app/ui/field.tsx';
import { RegisteredInput } from './registered.tsx';

interface OptionFieldsProps {
  options: DraftQuestion['options'];
  register: UseFormRegister<DraftQuestion>;
  errors: Record<string, string>;
  faults: FieldErrors<DraftQuestion>;
}

/** The choices of a question, each with its way out. */
export function OptionFields({ options, register, errors, faults }: OptionFieldsProps) {
  const first = options.findIndex((_, index) => faults.options?.[index]?.label);
  const fault = Object.entries(errors).find(([name]) => name.startsWith('options.'))?.[1];
  const said = fault ?? faults.options?.root?.message ?? faults.options?.message;
  return (
    <FieldGroup
      id="options"
      label="Choices"
      error={said ?? (first >= 0 ? `Choice ${first + 1} is blank. Write it or drop it.` : undefined)}
    >
      <ol className="option-list">
        {options.map(({ key, label }, index) => (
          <li key={key}>
            <input type="hidden" name={`options.${index}.key`} value={key} />
            <RegisteredInput
              id={`option-${key}`}
              aria-label={`Choice ${index + 1}`}
              defaultValue={label}
              maxLength={200}
              registration={register(`options.${index}.label`)}
            />
            <Button variant="plain" name="intent" value={`remove_option:${key}`}>
              Drop<span className="vh"> choice {index + 1}</span>
            </Button>
          </li>
        ))}
      </ol>
      {options.length < MOST_OPTIONS && (
        <Button variant="tiny" id="add-option" name="intent" value="add_option">
          Add a choice
        </Button>
      )}
    </FieldGroup>
  );
}

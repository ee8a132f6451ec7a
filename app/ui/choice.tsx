import type { ReactNode } from 'react';
import { FieldGroup, useFieldWiring } from './field.tsx';

interface ChoiceProps {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  label: ReactNode;
  help?: ReactNode;
  defaultChecked?: boolean;
  required?: boolean;
  /** The id of a form that stands elsewhere on the page. */
  form?: string | undefined;
}

/** One radio or check box with its words, the whole line a target. */
export function Choice({ label, help, ...input }: ChoiceProps) {
  const { 'aria-invalid': invalid } = useFieldWiring();
  return (
    <label className="choice">
      <input {...input} aria-invalid={invalid} />
      <span>
        {label}
        {help && <span className="note choice-help">{help}</span>}
      </span>
    </label>
  );
}

export interface ChoiceOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
}

interface GroupProps {
  label: ReactNode;
  name: string;
  options: readonly ChoiceOption[];
  help?: ReactNode;
  error?: string | undefined;
  id?: string;
  /** The id of a form that stands elsewhere on the page. */
  form?: string;
}

/** Any number of answers to one question. */
export function CheckboxGroup({
  options,
  name,
  form,
  defaultValues = [],
  ...field
}: GroupProps & { defaultValues?: readonly string[] }) {
  return (
    <FieldGroup {...field}>
      {options.map((option) => (
        <Choice
          key={option.value}
          {...option}
          type="checkbox"
          name={name}
          form={form}
          defaultChecked={defaultValues.includes(option.value)}
        />
      ))}
    </FieldGroup>
  );
}

/** Exactly one answer. Nothing is chosen unless `defaultValue` says so. */
export function RadioGroup({
  options,
  name,
  form,
  defaultValue,
  ...field
}: GroupProps & { defaultValue?: string }) {
  return (
    <FieldGroup {...field}>
      {options.map((option) => (
        <Choice
          key={option.value}
          {...option}
          type="radio"
          name={name}
          form={form}
          defaultChecked={option.value === defaultValue}
        />
      ))}
    </FieldGroup>
  );
}

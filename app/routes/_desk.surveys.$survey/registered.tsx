import type { ComponentPropsWithoutRef } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { useFieldWiring } from '#app/ui/field.tsx';

interface Registered {
  registration: UseFormRegisterReturn;
}

/** Controls that tell react-hook-form when they are left; without script they are plain fields of the form. */
export function RegisteredInput({
  registration,
  ...rest
}: Registered & Omit<ComponentPropsWithoutRef<'input'>, 'className' | 'style'>) {
  return <input className="input" autoComplete="off" {...useFieldWiring()} {...rest} {...registration} />;
}

export function RegisteredText({
  registration,
  ...rest
}: Registered & Omit<ComponentPropsWithoutRef<'textarea'>, 'className' | 'style'>) {
  return <textarea className="input" {...useFieldWiring()} {...rest} {...registration} />;
}

export function RegisteredSelect({
  registration,
  options,
  prompt,
  ...rest
}: Registered &
  Omit<ComponentPropsWithoutRef<'select'>, 'className' | 'style' | 'children'> & {
    options: readonly { value: string; label: string }[];
    prompt?: string;
  }) {
  return (
    <select className="input" {...useFieldWiring()} {...rest} {...registration}>
      {prompt !== undefined && <option value="">{prompt}</option>}
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

export function RegisteredCheck({
  registration,
  label,
  help,
  ...rest
}: Registered &
  Omit<ComponentPropsWithoutRef<'input'>, 'className' | 'style' | 'type'> & {
    label: string;
    help?: string | undefined;
  }) {
  return (
    <label className="choice">
      <input type="checkbox" {...rest} {...registration} />
      <span>
        {label}
        {help && <span className="note choice-help">{help}</span>}
      </span>
    </label>
  );
}

import type { ComponentPropsWithoutRef } from 'react';
import { useFieldWiring } from './field.tsx';

/** Typed text stays: give what was sent back as `defaultValue`. */
type Uncontrolled<Props> = Omit<Props, 'value' | 'id' | 'className' | 'style'>;

export function TextInput({ type = 'text', ...rest }: Uncontrolled<ComponentPropsWithoutRef<'input'>>) {
  return <input className="input" type={type} {...useFieldWiring()} {...rest} />;
}

export function TextArea({ rows = 3, ...rest }: Uncontrolled<ComponentPropsWithoutRef<'textarea'>>) {
  return <textarea className="input" rows={rows} {...useFieldWiring()} {...rest} />;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

interface SelectProps extends Uncontrolled<Omit<ComponentPropsWithoutRef<'select'>, 'children'>> {
  options: readonly Option[];
  /** What to do while nothing is chosen. It stands first and sends an empty value. */
  prompt?: string;
}

export function Select({ options, prompt, ...rest }: SelectProps) {
  return (
    <select className="input" {...useFieldWiring()} {...rest}>
      {prompt !== undefined && <option value="">{prompt}</option>}
      {options.map(({ value, label, disabled }) => (
        <option key={value} value={value} disabled={disabled}>
          {label}
        </option>
      ))}
    </select>
  );
}

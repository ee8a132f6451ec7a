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

import { Link, type LinkProps } from '@remix-run/react';
import { type ComponentPropsWithoutRef, type ReactNode, useId } from 'react';

/** The one act of the page, any other act, an act among words, an act in a row. */
export type ButtonVariant = 'primary' | 'outline' | 'plain' | 'tiny';

interface ButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'className' | 'style' | 'disabled'> {
  variant?: ButtonVariant;
  /** Why it can't be pressed yet. The button stays visible, can be reached, and sends nothing. */
  blockedBecause?: ReactNode;
}

export function Button({ variant = 'outline', type = 'submit', blockedBecause, ...rest }: ButtonProps) {
  const reasonId = useId();
  if (!blockedBecause) return <button {...rest} className={buttonClass(variant)} type={type} />;
  return (
    <span className="blocked">
      <button
        {...rest}
        className={buttonClass(variant)}
        type="button"
        onClick={undefined}
        aria-disabled="true"
        aria-describedby={reasonId}
      />
      <span className="small" id={reasonId}>
        {blockedBecause}
      </span>
    </span>
  );
}

export function ButtonLink({
  variant = 'outline',
  ...rest
}: Omit<LinkProps, 'className' | 'style'> & { variant?: ButtonVariant }) {
  return <Link {...rest} className={buttonClass(variant)} />;
}

function buttonClass(variant: ButtonVariant): string {
  return variant === 'outline' ? 'button' : `button ${variant}`;
}

import { type ReactNode, useId } from 'react';

interface BannerProps {
  /** The fact, in a few words. */
  fact: string;
  children?: ReactNode;
}

/** Something about the whole house that nobody may overlook. It stands over the page and is not part of it. */
export function Banner({ fact, children }: BannerProps) {
  const id = useId();
  return (
    <aside className="banner small" aria-labelledby={id}>
      <b id={id}>{fact}</b> {children}
    </aside>
  );
}

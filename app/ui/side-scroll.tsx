import type { ReactNode } from 'react';

/** A wide thing that scrolls sideways by itself, also by keyboard. */
export function SideScroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a stop here the keyboard can't scroll it
    <section className="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

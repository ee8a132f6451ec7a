import type { ReactNode } from 'react';

/** One verbatim with its opening mark hung in the margin, and who said it. */
export function Quote({ by, children }: { by: ReactNode; children: ReactNode }) {
  return (
    <figure className="quote">
      <blockquote className="hang">{children}</blockquote>
      <figcaption className="by">{by}</figcaption>
    </figure>
  );
}

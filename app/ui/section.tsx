import { type ReactNode, useId } from 'react';

interface SectionProps {
  title: ReactNode;
  lead?: ReactNode;
  /** Makes the section a target for links. */
  id?: string;
  children?: ReactNode;
}

/** A ruled part of a page, named by its heading. */
export function Section({ title, lead, id, children }: SectionProps) {
  const headingId = useId();
  return (
    <section className="section" id={id} aria-labelledby={headingId}>
      <h2 id={headingId}>{title}</h2>
      {lead && <p className="section-lead small quiet">{lead}</p>}
      {children}
    </section>
  );
}

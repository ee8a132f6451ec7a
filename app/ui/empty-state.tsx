import type { ReactNode } from 'react';
import { Glyph, LANES } from './glyph.tsx';

interface EmptyStateProps {
  title: string;
  /** The one next step as a button or link, and at most one other way. */
  action?: ReactNode;
  children?: ReactNode;
}

/** A screen with nothing on it yet: four empty seats and the one next step. */
export function EmptyState({ title, action, children }: EmptyStateProps) {
  return (
    <div className="empty">
      <p className="cluster" aria-hidden="true">
        {LANES.map((lane) => (
          <Glyph key={lane} lane={lane} state="vacant" size={20} />
        ))}
      </p>
      <p>
        <b>{title}</b>
      </p>
      {children && <div className="small quiet">{children}</div>}
      {action && <div className="cluster">{action}</div>}
    </div>
  );
}

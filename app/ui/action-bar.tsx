import type { ReactNode } from 'react';

interface ActionBarProps {
  /** Names the act for those who hear the page. */
  label: string;
  /** The button, with its count in it. */
  action: ReactNode;
  /** What will happen and what stays. */
  children?: ReactNode;
  /** Keeps it in sight on a long page. */
  sticky?: boolean;
}

/** The act a page leads to, with its consequences beside it. */
export function ActionBar({ label, action, children, sticky = false }: ActionBarProps) {
  return (
    <section className={sticky ? 'action-bar sticky' : 'action-bar'} aria-label={label}>
      <div className="big">{action}</div>
      {children && <div className="small">{children}</div>}
    </section>
  );
}

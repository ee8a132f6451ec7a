import type { ReactNode } from 'react';
import { BrandMark } from './shell.tsx';

interface AlonePageProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** A page outside the workspace, such as signing in: one narrow column and one thing to do. */
export function AlonePage({ title, lead, children }: AlonePageProps) {
  return (
    <main className="alone" id="main">
      <p className="brand">
        <BrandMark />
        Rolecall
      </p>
      <h1>{title}</h1>
      {lead && <p className="alone-lead quiet">{lead}</p>}
      {children}
    </main>
  );
}

import type { ReactNode } from 'react';
import { BrandMark } from './shell.tsx';

interface AlonePageProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** Whose page it is, where no frame says so. */
export function Brand() {
  return (
    <p className="brand">
      <BrandMark />
      Rolecall
    </p>
  );
}

/** A page outside the workspace, such as signing in: one narrow column and one thing to do. */
export function AlonePage({ title, lead, children }: AlonePageProps) {
  return (
    <main className="alone" id="main">
      <Brand />
      <h1>{title}</h1>
      {lead && <p className="alone-lead quiet">{lead}</p>}
      {children}
    </main>
  );
}

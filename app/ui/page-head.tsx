import type { ReactNode } from 'react';

interface PageHeadProps {
  /** Where the page stands: links and words, each its own element. */
  crumb?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  /** Links and buttons that act on the whole page, or when it was saved. */
  tools?: ReactNode;
}

export function PageHead({ crumb, title, lead, tools }: PageHeadProps) {
  const acts = tools ? <div className="tools">{tools}</div> : null;
  const words = (
    <div className="page-head">
      <h1>{title}</h1>
      {lead && <p className="lead quiet">{lead}</p>}
    </div>
  );
  if (crumb) {
    return (
      <>
        <div className="top">
          <div className="crumb">{crumb}</div>
          {acts}
        </div>
        {words}
      </>
    );
  }
  if (!acts) return words;
  // Nothing stands over the title, so what acts on the page stands beside it.
  return (
    <div className="title-bar">
      {words}
      {acts}
    </div>
  );
}

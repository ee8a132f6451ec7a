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
  return (
    <>
      {(crumb || tools) && (
        <div className="top">
          <div className="crumb">{crumb}</div>
          {tools && <div className="tools">{tools}</div>}
        </div>
      )}
      <div className="page-head">
        <h1>{title}</h1>
        {lead && <p className="lead quiet">{lead}</p>}
      </div>
    </>
  );
}

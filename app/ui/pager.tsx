import { Link } from '@remix-run/react';

interface PagerProps {
  /** What the pages hold, for those who hear the page. */
  label: string;
  /** Search strings of the neighbouring pages, or null at the ends. */
  previous: string | null;
  next: string | null;
  /** "1 to 50 of 134" */
  shown?: string;
}

/** Steps through a long list by cursor, so that a row added meanwhile never shifts the page. */
export function Pager({ label, previous, next, shown }: PagerProps) {
  if (previous === null && next === null && shown === undefined) return null;
  return (
    <nav className="pager small" aria-label={label}>
      {previous !== null && (
        <Link rel="prev" to={previous}>
          Earlier in the list
        </Link>
      )}
      {shown && <span className="quiet">{shown}</span>}
      {next !== null && (
        <Link rel="next" to={next}>
          Further in the list
        </Link>
      )}
    </nav>
  );
}

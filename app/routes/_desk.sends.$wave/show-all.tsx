import { Link, useLocation } from '@remix-run/react';

/** The same page with this list whole. */
export function ShowAll({ list, rest }: { list: 'held' | 'stale' | 'missing'; rest: number }) {
  const { search } = useLocation();
  const whole = new URLSearchParams(search);
  whole.append('all', list);
  return (
    <p className="small more">
      <Link to={`?${whole}#${list}`} preventScrollReset>
        Show the other {rest}
      </Link>
    </p>
  );
}

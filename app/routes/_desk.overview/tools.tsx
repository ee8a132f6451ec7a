import { Link } from '@remix-run/react';
import type { View } from './page.tsx';

/** How the page leaves the screen: as paper, in lines, as pictures, by mail, to somebody outside. */
export function PageTools({ view: { query }, mayWrite }: { view: View; mayWrite: boolean }) {
  return (
    <>
      <a href={`/overview.pdf${query}`} download>
        As PDF
      </a>
      <Link to={`/overview/lines${query}`}>Lines and pictures</Link>
      <Link to="/overview/monday">Monday mail</Link>
      {mayWrite && <Link to={`/overview/shares${query}`}>Share</Link>}
    </>
  );
}

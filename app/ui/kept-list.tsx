import type { ReactNode } from 'react';

/** What was promised to one persona and what was done about it. */
export function KeptList({ promised, done }: { promised: ReactNode; done: ReactNode }) {
  return (
    <dl className="kept">
      <dt>Promised</dt>
      <dd>{promised}</dd>
      <dt>Done</dt>
      <dd>{done}</dd>
    </dl>
  );
}

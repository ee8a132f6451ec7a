import { Link } from '@remix-run/react';
import { useLookAgain } from '#app/ui/look-again.tsx';
import { Progress } from '#app/ui/progress.tsx';
import { Section } from '#app/ui/section.tsx';
import type { ImportView } from './page.tsx';

const LOOK_AGAIN = 1000;

/** The job is at it; the page may be left. */
export function AtWork({ view: { state, rowsRead, rowsTotal, left } }: { view: ImportView }) {
  useLookAgain(LOOK_AGAIN, true);
  const isDryRun = state === 'checking';
  return (
    <Section title={isDryRun ? 'Reading the file' : 'Bringing the answers in'}>
      {/* Only without script: with it, a reload would take what is being typed on the next step. */}
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <Progress label="Rows" done={rowsRead} total={rowsTotal} left={left} />
      <p className="small">
        You may leave this page; the work goes on. <Link to="">Look again</Link>
      </p>
    </Section>
  );
}

import { Link } from '@remix-run/react';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

/** Before the first wave: the one next step for those who prepare, and what to wait for for those who read. */
export function NothingYet({ mayWrite }: { mayWrite: boolean }) {
  return (
    <>
      <PageHead title="Overview" lead="One lane per persona, never a total." />
      <EmptyState
        title="Nobody has been asked yet."
        action={
          mayWrite ? (
            <Link className="button primary" to="/people/import">
              Import people
            </Link>
          ) : undefined
        }
      >
        {mayWrite
          ? 'Bring in your people from a CSV, write down what you need to know, and send the first wave.'
          : 'The first wave shows here as soon as your team has sent it.'}
      </EmptyState>
    </>
  );
}

/** Two waves that nothing can be said of: the reason, and the way back to what can be read. */
export function NoComparison({ message }: { message: string }) {
  return (
    <>
      <PageHead title="Overview" lead="One lane per persona, never a total." />
      <Notice
        heading="These two are not compared"
        sentence={message}
        foot={<Link to="/overview">The newest wave, persona by persona</Link>}
      />
    </>
  );
}

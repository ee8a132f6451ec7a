import { Link } from '@remix-run/react';
import type { NextStep } from '#app/overview/next-step.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

const STEPS = {
  people: {
    to: '/people/import',
    label: 'Import people',
    words: 'Bring in your people from a CSV, write down what you need to know, and send the first wave.',
  },
  programme: {
    to: '/programmes/new',
    label: 'Start a programme',
    words:
      'Your people are here. Write down what you need to know of each persona, and who decides what by it.',
  },
  questions: {
    to: '/programmes',
    label: 'Write why, then the questions',
    words: 'The programme stands. Write why each persona is asked, then its questions.',
  },
  publish: {
    to: '/surveys',
    label: 'Publish the questions',
    words: 'Questions are written. Publish them, so that they can be sent.',
  },
  send: {
    to: '/sends/new',
    label: 'Prepare the first send',
    words: 'Questions are published. See who is ready to be asked, and send the first wave.',
  },
} as const satisfies Record<NextStep, { to: string; label: string; words: string }>;

/** Before the first wave: the one next step for those who prepare, and what to wait for for those who read. */
export function NothingYet({ next }: { next: NextStep | null }) {
  const step = next && STEPS[next];
  return (
    <>
      <PageHead title="Overview" lead="One lane per persona, never a total." />
      <EmptyState
        title="Nobody has been asked yet."
        action={
          step ? (
            <Link className="button primary" to={step.to}>
              {step.label}
            </Link>
          ) : undefined
        }
      >
        {step ? step.words : 'The first wave shows here as soon as your team has sent it.'}
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

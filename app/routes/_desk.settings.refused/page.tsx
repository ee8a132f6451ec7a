import { Link, useLoaderData } from '@remix-run/react';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { When } from '#app/ui/time.tsx';
import type { loader } from './route.tsx';

const HEAD = [
  { label: 'What was asked for' },
  { label: 'What there is instead' },
  { label: 'Times', numeric: true },
  { label: 'Askers', numeric: true },
  { label: 'Last' },
];

/** No names: it is read to find out what to explain, not whom to blame. */
export function RefusedPage() {
  const { refused } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="What people keep asking for"
        lead="Refused in the last 90 days. Whatever comes back often is worth a word of explanation to the team; the same asker counts once a day."
      />
      {refused.length === 0 ? (
        <EmptyState title="Nothing was refused" action={<Link to="/docs/orples">Why there is no total</Link>}>
          Here stands what people, or programs with a key, wanted and could not have, such as one figure over
          several personas.
        </EmptyState>
      ) : (
        <DataTable
          caption="What was refused, the most often asked first"
          captionHidden
          head={HEAD}
          rows={refused.map(({ what, instead, to, times, askers, lastAt }) => ({
            key: what,
            cells: [
              <b key="what">{what}</b>,
              to ? (
                <Link key="instead" to={to}>
                  {instead}
                </Link>
              ) : (
                instead
              ),
              times,
              askers,
              <When key="last" at={lastAt} zone="UTC" locale="en-GB" />,
            ],
          }))}
        />
      )}
    </>
  );
}

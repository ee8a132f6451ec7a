import { Link, useLoaderData } from '@remix-run/react';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import type { loader } from './route.tsx';

type Listed = ReturnType<typeof useLoaderData<typeof loader>>['endpoints'][number];

const HEAD = [
  { label: 'Goes to' },
  { label: 'Hears of' },
  { label: 'State' },
  { label: 'Waiting', numeric: true },
];

export function WebhooksPage() {
  const { endpoints, isDeleted, sendsHere } = useLoaderData<typeof loader>();
  const add = (
    <ButtonLink to="/settings/webhooks/new" variant="primary">
      Add a webhook
    </ButtonLink>
  );
  return (
    <>
      <PageHead
        title="Webhooks"
        lead="Another program, or a chat, hears at once when a follow-up is opened, a wave is sent or somebody leaves."
        tools={endpoints.length > 0 && add}
      />
      {isDeleted && (
        <p className="said" role="status">
          The webhook was deleted, with its log and what waited for it.
        </p>
      )}
      {!sendsHere && (
        <p className="small quiet">This process only queues: npm run sender delivers what happens.</p>
      )}
      {endpoints.length === 0 ? (
        <EmptyState title="Nobody hears of what happens yet" action={add}>
          <p>Each event names the persona it is about, and none holds a figure.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Webhooks in the order they were made"
          captionHidden
          head={HEAD}
          rows={endpoints.map((one) => ({ key: one.slug, cells: cellsOf(one) }))}
        />
      )}
    </>
  );
}

function cellsOf({ slug, host, description, kinds, state, failingSince, waiting }: Listed) {
  return [
    <span key="name">
      <Link to={`/settings/webhooks/${slug}`}>{description || host}</Link>
      {description && <span className="note">, {host}</span>}
    </span>,
    kinds.join(', '),
    stateWords(state, failingSince),
    waiting,
  ];
}

function stateWords(state: Listed['state'], failingSince: number | null): string {
  if (state === 'off') return 'Off';
  if (state === 'disabled') return 'Disabled: it took nothing';
  return failingSince === null ? 'On' : 'On, and failing';
}

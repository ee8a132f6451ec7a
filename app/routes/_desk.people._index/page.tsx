import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { ROLE_FILTER_WORDS, ROLE_FILTERS } from '#app/audience/people/people-filter.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { PeopleTable } from './people-table.tsx';
import type { loader } from './route.tsx';

export type PeopleView = ReturnType<typeof useLoaderData<typeof loader>>;

export function PeoplePage() {
  const view = useLoaderData<typeof loader>();
  const { filter, total } = view;
  const isFiltered = filter.q !== '' || filter.personaId || filter.role || filter.accountId;
  if (total === 0 && !isFiltered) return <NobodyYet />;
  return (
    <>
      <PageHead
        title={`People: ${total.toLocaleString('en-GB')}`}
        lead={view.account?.name ? `Who works at ${view.account.name}, or holds a role there.` : undefined}
        tools={
          <>
            <Link to="/accounts">Accounts</Link>
            <Link to="/people/unplaced">Roles missing</Link>
            <Link to="/people/new">Add a person</Link>
            <ButtonLink to="/people/import">Import a CSV</ButtonLink>
          </>
        }
      />
      <Filters view={view} isFiltered={Boolean(isFiltered)} />
      {total === 0 ? (
        <p className="lead">Nobody is left by this search. Clear it, or look for less.</p>
      ) : (
        <Found view={view} />
      )}
    </>
  );
}

function Filters({
  view: { filter, personas, account, descending },
  isFiltered,
}: {
  view: PeopleView;
  isFiltered: boolean;
}) {
  const keep = { ...(account ? { account: account.slug } : {}), ...(descending ? { sort: '-name' } : {}) };
  const open = personas.filter(({ closedAt }) => closedAt === null);
  return (
    <FilterBar
      search={{ name: 'q', label: 'Name or e-mail', value: filter.q }}
      filters={[
        {
          name: 'persona',
          label: 'Persona',
          value: filter.personaId ?? '',
          options: [{ value: '', label: 'Any' }, ...open.map(({ id, name }) => ({ value: id, label: name }))],
        },
        {
          name: 'role',
          label: 'Role',
          value: filter.role ?? '',
          options: [
            { value: '', label: 'Any' },
            ...ROLE_FILTERS.map((value) => ({ value, label: ROLE_FILTER_WORDS[value] })),
          ],
        },
      ]}
      keep={keep}
      {...(isFiltered ? { clearTo: '/people' } : {})}
    />
  );
}

function Found({ view }: { view: PeopleView }) {
  const { people, hasPrevious, hasNext } = view;
  const [search] = useSearchParams();
  const at = (name: 'after' | 'before', slug: string | undefined) => {
    const next = new URLSearchParams(search);
    next.delete('after');
    next.delete('before');
    if (slug) next.set(name, slug);
    return `?${next}`;
  };
  const csv = new URLSearchParams(search);
  return (
    <>
      <PeopleTable view={view} />
      <Pager
        label="People"
        previous={hasPrevious ? at('before', people[0]?.slug) : null}
        next={hasNext ? at('after', people.at(-1)?.slug) : null}
      />
      <p className="small after">
        <a href={`/people.csv?${csv}`}>What is on this page as CSV</a>
      </p>
    </>
  );
}

function NobodyYet() {
  return (
    <>
      <PageHead title="People" />
      <EmptyState
        title="Nobody is here yet"
        action={
          <>
            <ButtonLink variant="primary" to="/people/import">
              Import a CSV of people
            </ButtonLink>{' '}
            <Link to="/people/new">Or add one by hand</Link>
          </>
        }
      >
        A list from your CRM is enough: names, addresses, accounts, and the role of each if you have it. You
        see what would happen before anything is written.
      </EmptyState>
    </>
  );
}

import { Link, useLoaderData } from '@remix-run/react';
import { isBase } from '#app/persona/persona.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Day } from '#app/ui/day.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { Glyph } from '#app/ui/glyph.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';
import type { loader } from './route.tsx';

const HEAD = [{ label: 'Account' }, { label: 'Who sits there', plain: true }, { label: 'Renews' }];

export function AccountsPage() {
  const { accounts, next, isPaged, search } = useLoaderData<typeof loader>();
  const keep = search ? `q=${encodeURIComponent(search)}&` : '';
  return (
    <>
      <PageHead
        crumb={<Link to="/people">People</Link>}
        title="Accounts"
        lead="Who sits on each committee. A dashed shape is a seat nobody holds."
      />
      <FilterBar
        search={{ name: 'q', label: 'Find an account', value: search }}
        clearTo={search ? '/accounts' : undefined}
      />
      {accounts.length === 0 ? <NoAccounts search={search} /> : <AccountTable accounts={accounts} />}
      <Pager
        label="Accounts"
        previous={isPaged ? `?${keep}` : null}
        next={next ? `?${keep}after=${next}` : null}
      />
    </>
  );
}

type Accounts = ReturnType<typeof useLoaderData<typeof loader>>['accounts'];

function AccountTable({ accounts }: { accounts: Accounts }) {
  const rows = accounts.map((account) => ({
    key: account.slug,
    cells: [
      <Link key="name" to={`/accounts/${account.slug}`}>
        {account.name}
      </Link>,
      <Seats key="seats" seats={account.seats} />,
      account.renewalOn ? (
        <Day key="day" day={account.renewalOn} />
      ) : (
        <span key="day" className="quiet">
          not known
        </span>
      ),
    ],
  }));
  return (
    <>
      <Shapes seats={accounts[0]?.seats ?? []} />
      <DataTable caption="Accounts by name" captionHidden head={HEAD} rows={rows} />
    </>
  );
}

/** What each shape stands for, once: a name in every row would drown the counts. */
function Shapes({ seats }: { seats: Accounts[number]['seats'] }) {
  return (
    <p className="cluster small quiet shapes" aria-hidden="true">
      {seats.map(({ persona }) => (
        <span key={persona.id} className="nowrap seat-count">
          <Glyph lane={persona.base} core={!isBase(persona.id)} size={14} />
          {persona.plural}
        </span>
      ))}
    </p>
  );
}

/** A count per persona. Every account has a seat for an end-user, an influencer and a buyer. */
function Seats({ seats }: { seats: Accounts[number]['seats'] }) {
  return (
    <span className="cluster">
      {seats
        .filter(({ persona, people }) => people > 0 || (isBase(persona.id) && persona.id !== 'advocate'))
        .map(({ persona, people }) => (
          <span key={persona.id} className="nowrap seat-count">
            <Glyph
              lane={persona.base}
              core={!isBase(persona.id)}
              state={people > 0 ? 'filled' : 'vacant'}
              label={people > 0 ? persona.plural : `${persona.name}: empty seat`}
            />
            {people > 0 && people}
          </span>
        ))}
    </span>
  );
}

function NoAccounts({ search }: { search: string }) {
  if (search) return <p className="lead">No account’s name holds “{search}”.</p>;
  return (
    <EmptyState
      title="No accounts yet."
      action={
        <Link className="button primary" to="/people/import">
          Import a CSV of people
        </Link>
      }
    >
      Accounts come in with the people who work there.
    </EmptyState>
  );
}

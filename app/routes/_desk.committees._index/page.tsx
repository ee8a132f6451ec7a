import { Link, useLoaderData } from '@remix-run/react';
import { apartShareWords } from '#app/committee/apart-share.ts';
import { coverageShareWords } from '#app/committee/coverage-share.ts';
import { SORT_WORDS, SORTS } from '#app/committee/list/committee-query.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { CommitteeTable } from './committee-table.tsx';
import { addressOf } from './committees-address.ts';
import { RefusedSort } from './refused-sort.tsx';
import type { loader } from './route.tsx';

export type CommitteesView = ReturnType<typeof useLoaderData<typeof loader>>;

/** Accounts by who should be heard there and who was. No account has a score. */
export function CommitteesPage() {
  const view = useLoaderData<typeof loader>();
  const { lines, next, isPaged, query, refusal, share, covered } = view;
  const isFiltered = query.search !== '' || query.missing !== '' || view.chosen !== '';
  if (lines.length === 0 && !isFiltered && !isPaged) return <NoCommittees />;
  return (
    <>
      <PageHead
        title="Committees"
        lead={<Lead view={view} />}
        tools={lines.length > 0 && <a href={`/committees.csv?${addressOf(view, {})}`}>CSV</a>}
      />
      <Filters view={view} isFiltered={isFiltered} />
      {share && covered && (
        <p className="small how-many-apart">
          {[coverageShareWords(covered), apartShareWords(share)].filter(Boolean).join(' ')}
        </p>
      )}
      {refusal && <RefusedSort view={view} refusal={refusal} />}
      {lines.length === 0 ? (
        <p className="lead">No account is left by this search. Clear it, or look for less.</p>
      ) : (
        <CommitteeTable view={view} />
      )}
      <Pager
        label="Committees"
        previous={isPaged ? `?${addressOf(view, { after: '' })}` : null}
        next={next && `?${addressOf(view, { after: next })}`}
      />
    </>
  );
}

function Lead({ view: { wave, isTold, found } }: { view: CommitteesView }) {
  const accounts = `${found} ${found === 1 ? 'account' : 'accounts'}`;
  if (!wave) return <>{accounts}. Nobody was asked yet.</>;
  if (!isTold)
    return (
      <>
        {accounts}. {wave.name} was answered in confidence, so who was heard at an account is not told.
      </>
    );
  return (
    <>
      {accounts}, by who was heard in {wave.name}. A gap is between two personas; no account has a score.
    </>
  );
}

function Filters({ view, isFiltered }: { view: CommitteesView; isFiltered: boolean }) {
  const { query, own } = view;
  const sorts = SORTS.map((value) => ({ value: value as string, label: SORT_WORDS[value] as string }));
  const byAnswers = own ? [{ value: 'score', label: `What ${own.plural} answered, lowest first` }] : [];
  const sort = query.sort === 'score' && !own ? SORTS[0] : query.sort;
  return (
    <FilterBar
      search={{ name: 'q', label: 'Find an account', value: query.search }}
      filters={[
        ...(view.waves.length > 0
          ? [{ name: 'wave', label: 'Wave', options: view.waves, value: view.wave?.slug ?? '' }]
          : []),
        {
          name: 'missing',
          label: 'Not heard',
          value: query.missing,
          options: [
            { value: '', label: 'Any' },
            ...view.template.map(({ persona }) => ({ value: persona.id, label: persona.plural })),
          ],
        },
        { name: 'sort', label: 'Order', value: sort, options: [...sorts, ...byAnswers] },
      ]}
      keep={own ? { persona: own.id } : {}}
      {...(isFiltered ? { clearTo: '/committees' } : {})}
    />
  );
}

function NoCommittees() {
  return (
    <>
      <PageHead title="Committees" />
      <EmptyState title="No accounts yet.">
        Each account stands here with who should be heard and who was. Accounts come in with the people who
        work there. <Link to="/docs/orples">Why no account has a score</Link>
      </EmptyState>
    </>
  );
}

import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { HeldItem } from './held-item.tsx';
import type { action, loader } from './route.tsx';

export type HeldView = ReturnType<typeof useLoaderData<typeof loader>>;

const DONE: Record<string, string> = {
  released: 'Released: it counts under its persona now.',
  discarded: 'Discarded: it counts nowhere, and stays here among what was decided.',
};

/** Answers that came in doubtful: kept, shown with the reason, and in no figure until a member releases them. */
export function HeldPage() {
  const view = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>();
  const { waiting, done, waves, held } = view;
  const isGone = fault && !held.some(({ slug }) => slug === fault.slug);
  return (
    <>
      <PageHead
        crumb={<Link to="/answers">Answers</Link>}
        title={waiting === 1 ? '1 held answer' : `${waiting} held answers`}
        lead="Something about them is doubtful. They are kept, and no figure holds them until a member releases them with a reason."
        tools={held.length > 0 && <a href={`/answers/held.csv?${addressOf(view, {})}`}>CSV</a>}
      />
      {done && DONE[done] && !fault && (
        <p className="said" role="status">
          {DONE[done]}
        </p>
      )}
      {isGone && (
        <p className="fault" role="alert">
          {fault.message}
        </p>
      )}
      {waves.length === 0 ? <NothingEver /> : <Held view={view} fault={fault} />}
    </>
  );
}

export interface HeldFault {
  slug: string;
  intent: string;
  reason: string;
  message: string;
}

function Held({ view, fault }: { view: HeldView; fault: HeldFault | undefined }) {
  const { filter, held, next, isPaged } = view;
  const isNarrow = filter.search !== '' || filter.wave !== '' || filter.persona !== '';
  return (
    <>
      <Filters view={view} isNarrow={isNarrow} />
      <p className="small quiet after">{standing(view, isNarrow)}</p>
      {held.length === 0 && !isNarrow ? (
        <NothingNow state={filter.state} />
      ) : (
        <ul className="held-answers">
          {held.map((line) => (
            <HeldItem
              key={line.slug}
              line={line}
              persona={view.personas.find(({ id }) => id === line.personaId)!}
              fault={fault?.slug === line.slug ? fault : undefined}
            />
          ))}
        </ul>
      )}
      <Pager
        label="Held answers"
        previous={isPaged ? `?${addressOf(view, {})}` : null}
        next={next && `?${addressOf(view, { after: next })}`}
      />
    </>
  );
}

function Filters({ view: { filter, waves, personas }, isNarrow }: { view: HeldView; isNarrow: boolean }) {
  const states = [
    { value: 'waiting', label: 'Waiting' },
    { value: 'decided', label: 'Decided' },
  ];
  const lanes = personas.map(({ id, name }) => ({ value: id, label: name }));
  const any = (label: string) => ({ value: '', label });
  return (
    <FilterBar
      search={{ name: 'q', label: 'Account or name', value: filter.search }}
      filters={[
        { name: 'state', label: 'State', value: filter.state, options: states },
        { name: 'persona', label: 'Persona', value: filter.persona, options: [any('Any'), ...lanes] },
        { name: 'wave', label: 'Wave', value: filter.wave, options: [any('Any'), ...waves] },
      ]}
      {...(isNarrow ? { clearTo: `/answers/held?state=${filter.state}` } : {})}
    />
  );
}

function standing({ filter, found, held }: HeldView, isNarrow: boolean): string {
  const what = filter.state === 'waiting' ? 'wait' : 'were decided';
  if (!isNarrow) return held.length === 0 ? '' : 'The newest first.';
  return found === 1
    ? `1 of them ${filter.state === 'waiting' ? 'waits' : 'was decided'}.`
    : `${found} of them ${what}.`;
}

/** The same list by another address, its filters kept. */
function addressOf({ filter }: HeldView, more: Record<string, string>): string {
  const { search: q, state, persona, wave } = filter;
  return String(new URLSearchParams({ q, state, persona, wave, ...more }));
}

function NothingEver() {
  return (
    <EmptyState title="Nothing is held" action={<Link to="/answers">Read the answers</Link>}>
      A press that looks like a machine’s waits here, and so does an answer from somebody who says themselves
      in which role they give it. You see why, and decide whether it counts.
    </EmptyState>
  );
}

function NothingNow({ state }: { state: string }) {
  return state === 'waiting' ? (
    <EmptyState
      title="Nothing waits for you"
      action={<Link to="/answers/held?state=decided">Look at what was decided</Link>}
    >
      Every held answer was released, discarded, or given again by hand.
    </EmptyState>
  ) : (
    <EmptyState title="Nothing was decided yet" action={<Link to="/answers/held">Look at what waits</Link>}>
      What you release or discard is listed here with its reason.
    </EmptyState>
  );
}

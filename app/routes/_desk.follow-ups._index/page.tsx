import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { QUEUE_STATE_WORDS, QUEUE_STATES } from '#app/followup/queue/queue-query.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { PaceSection } from './pace-section.tsx';
import { QueueForm } from './queue-form.tsx';
import type { action, loader } from './route.tsx';
import { Stranded } from './stranded.tsx';

export type QueueView = ReturnType<typeof useLoaderData<typeof loader>>;
export type Refused = ReturnType<typeof useActionData<typeof action>>;

/** What was promised about what people said: whose it is, and what is due first. Counts of work, and no figure. */
export function FollowUpsPage() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { done, lines, isPaged, next, mine, team } = view;
  return (
    <>
      <PageHead
        title="Follow-ups"
        lead="What was promised about what people said. What is due first leads."
        tools={
          <>
            {lines.length > 0 && <a href={`/follow-ups.csv?${addressOf(view, {})}`}>CSV</a>}
            <Link to="/follow-ups/alerts">
              Alerts{view.unseenAlerts > 0 && `: ${view.unseenAlerts} not seen`}
            </Link>
            <Link to="/settings/mine">Out of office</Link>
            <ButtonLink to="/follow-ups/new">New follow-up</ButtonLink>
          </>
        }
      />
      {done && !refused && (
        <p className="said" role="status">
          {done === '1' ? 'Done with one follow-up.' : `Done with ${done} follow-ups.`}
        </p>
      )}
      <Stranded view={view} refused={refused} />
      <nav className="tabs" aria-label="Whose">
        <ul>
          <Tab view={view} whose="mine" label="Mine" count={mine} />
          <Tab view={view} whose="team" label="The team’s" count={team} />
        </ul>
      </nav>
      <Filters view={view} />
      {lines.length === 0 ? <Nothing view={view} /> : <QueueForm view={view} refused={refused} />}
      <Pager
        label="Follow-ups"
        previous={isPaged ? `?${addressOf(view, {})}` : null}
        next={next && `?${addressOf(view, { after: next })}`}
      />
      <PaceSection pace={view.pace} />
    </>
  );
}

function Tab({
  view,
  whose,
  label,
  count: { toDo, overdue },
}: {
  view: QueueView;
  whose: 'mine' | 'team';
  label: string;
  count: { toDo: number; overdue: number };
}) {
  return (
    <li>
      <Link to={`/follow-ups?whose=${whose}`} aria-current={view.whose === whose ? 'page' : undefined}>
        {label}: {toDo}
        {overdue > 0 && `, ${overdue} overdue`}
      </Link>
    </li>
  );
}

function Filters({ view }: { view: QueueView }) {
  const { filter, personas, programmes, members, themes, whose } = view;
  const any = { value: '', label: 'Any' };
  const states = QUEUE_STATES.map((value) => ({ value, label: QUEUE_STATE_WORDS[value] }));
  const lanes = personas.map(({ id, name }) => ({ value: id, label: name }));
  const about = { name: 'theme', label: 'Theme', value: filter.theme, options: [any, ...themes] };
  const owners = { name: 'owner', label: 'Owner', value: filter.owner, options: [any, ...members] };
  return (
    <FilterBar
      filters={[
        { name: 'state', label: 'State', value: filter.state, options: states },
        { name: 'persona', label: 'Persona', value: filter.persona, options: [any, ...lanes] },
        { name: 'programme', label: 'Programme', value: filter.programme, options: [any, ...programmes] },
        ...(themes.length > 0 ? [about] : []),
        ...(whose === 'team' ? [owners] : []),
      ]}
      keep={{ whose }}
      {...(isNarrow(view) ? { clearTo: `/follow-ups?whose=${whose}` } : {})}
    />
  );
}

function isNarrow({ filter }: QueueView): boolean {
  const { state, persona, programme, theme, owner } = filter;
  return state !== 'unsettled' || [persona, programme, theme, owner].some((said) => said !== '');
}

/** The same list by another address, its filters kept. */
function addressOf({ filter, whose }: QueueView, more: Record<string, string>): string {
  return String(new URLSearchParams({ whose, ...filter, ...more }));
}

function Nothing({ view }: { view: QueueView }) {
  if (isNarrow(view)) return <p className="lead">No follow-up is left by this. Clear it, or ask for less.</p>;
  if (view.whose === 'mine' && view.team.toDo > 0)
    return (
      <EmptyState
        title="Nothing waits for you"
        action={<Link to="/follow-ups?whose=team">Look at the team’s</Link>}
      >
        What is given to you, or opened by a rule that names you, stands here.
      </EmptyState>
    );
  return (
    <EmptyState
      title="Nothing is to be done"
      action={
        view.programmes.length > 0 ? (
          <>
            <ButtonLink variant="primary" to="/follow-ups/new">
              Open a follow-up
            </ButtonLink>
            <Link to={`/programmes/${view.programmes[0]!.value}/rules`}>Let a rule open them</Link>
          </>
        ) : (
          <ButtonLink variant="primary" to="/programmes/new">
            Start a programme
          </ButtonLink>
        )
      }
    >
      Asking without acting does harm. Open a follow-up from a person or an account, or let a rule open one
      for each answer that needs somebody.
    </EmptyState>
  );
}

import { Form, Link, useLoaderData } from '@remix-run/react';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { Section } from '#app/ui/section.tsx';
import { AlertItem } from './alert-item.tsx';
import type { loader } from './route.tsx';

export type AlertsView = ReturnType<typeof useLoaderData<typeof loader>>;

/** What rules raised, each about one persona. What nobody has seen leads. */
export function AlertsPage() {
  const view = useLoaderData<typeof loader>();
  const { unseen, seen, done, isPaged, next, ruled } = view;
  return (
    <>
      <PageHead
        crumb={<Link to="/follow-ups">Follow-ups</Link>}
        title="Alerts"
        lead="What your rules saw, each about one persona. What nobody has seen leads."
        tools={ruled && <Link to={`/programmes/${ruled.slug}/alerts`}>Rules in {ruled.name}</Link>}
      />
      {done && (
        <p className="said" role="status">
          {sayDone(done)}
        </p>
      )}
      {unseen.length === 0 && seen.length === 0 && !isPaged ? (
        <Nothing view={view} />
      ) : (
        <>
          {!isPaged && <Unseen view={view} />}
          {seen.length > 0 && <Seen view={view} />}
        </>
      )}
      <Pager
        label="Alerts that were seen"
        previous={isPaged ? '/follow-ups/alerts' : null}
        next={next && `?after=${next}`}
      />
    </>
  );
}

function sayDone(done: string): string {
  if (done === '0') return 'Somebody had seen it before.';
  return done === '1' ? 'Marked one alert as seen.' : `Marked ${done} alerts as seen.`;
}

function Unseen({ view }: { view: AlertsView }) {
  const { unseen, unseenInAll } = view;
  const more = unseenInAll - unseen.length;
  return (
    <Section title="Not seen yet" id="unseen">
      {unseen.length === 0 ? (
        <p className="lead">Nothing new: every alert was seen.</p>
      ) : (
        <Form method="post">
          <ul className="held-answers">
            {unseen.map((alert) => (
              <AlertItem key={alert.slug} alert={alert} view={view} />
            ))}
          </ul>
          {unseen.map(({ slug }) => (
            <input key={slug} type="hidden" name="shown" value={slug} />
          ))}
          {more > 0 && <p className="small">{more} more come once these are seen.</p>}
          {unseen.length > 1 && (
            <p className="cluster form-foot">
              <Button name="intent" value="all">
                Mark all {unseen.length} as seen
              </Button>
            </p>
          )}
        </Form>
      )}
    </Section>
  );
}

function Seen({ view }: { view: AlertsView }) {
  return (
    <Section title="Seen" id="seen">
      <ul className="held-answers">
        {view.seen.map((alert) => (
          <AlertItem key={alert.slug} alert={alert} view={view} />
        ))}
      </ul>
    </Section>
  );
}

function Nothing({ view: { ruled } }: { view: AlertsView }) {
  return (
    <EmptyState
      title="No alert yet"
      action={
        ruled ? (
          <ButtonLink variant="primary" to={`/programmes/${ruled.slug}/alerts`}>
            Make a rule
          </ButtonLink>
        ) : (
          <ButtonLink variant="primary" to="/programmes/new">
            Start a programme
          </ButtonLink>
        )
      }
    >
      A rule of one persona raises an alert when its score fell, when nobody is heard before a renewal, when
      an answer is owed, or when somebody left. Each programme has its own rules.
    </EmptyState>
  );
}

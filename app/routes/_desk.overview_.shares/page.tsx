import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { CLIENT_WORDS } from '#app/overview/share/client-of.ts';
import { SHARE_STATE_WORDS } from '#app/overview/share/share.ts';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import { NewShareForm } from './new-share-form.tsx';
import type { action, loader } from './route.tsx';

export type View = ReturnType<typeof useLoaderData<typeof loader>>;
type Shared = View['shares'][number];

/** Links to one page each, for people who do not sign in: making one, ending one, and what was opened. */
export function SharesPage() {
  const view = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  return (
    <>
      <PageHead
        crumb={<Link to="/overview">Overview</Link>}
        title="Shared pages"
        lead="A link opens one page to whoever holds it, ends by itself, and leads no further in."
      />
      {view.apart && <Notice heading="These two are not compared" sentence={view.apart} />}
      {acted?.kind === 'created' && <NewAddress url={acted.url} expiresAt={acted.expiresAt} />}
      <NewShareForm
        view={view}
        key={acted?.kind === 'created' ? acted.url : 'new'}
        {...(acted?.kind === 'faulty' && { faulty: acted })}
      />
      <Listed view={view} />
    </>
  );
}

function NewAddress({ url, expiresAt }: { url: string; expiresAt: number }) {
  return (
    <Notice
      heading="The link is ready"
      sentence={
        <>
          Copy it now: this is the only time it is shown. It opens the page until{' '}
          <When at={expiresAt} zone="UTC" locale="en-GB" precision="minute" />.
        </>
      }
    >
      <code className="secret">{url}</code>
    </Notice>
  );
}

const HEAD = [
  { label: 'Page' },
  { label: 'State' },
  { label: 'Open until' },
  { label: 'Made by' },
  { label: 'Opened', numeric: true },
  { label: 'What you can do', hidden: true },
];

function Listed({ view: { shares, isAdmin } }: { view: View }) {
  if (shares.length === 0)
    return <Section title="Links that are out" lead="None yet. Nobody outside can read a page." />;
  return (
    <Section
      title="Links that are out"
      lead="Programs open links too, to preview or to scan them; they are told apart as far as they say what they are."
    >
      <DataTable
        caption="Links to pages, the newest first"
        captionHidden
        head={HEAD}
        rows={shares.map((share) => ({ key: share.slug, cells: cellsOf(share) }))}
      />
      {isAdmin &&
        shares.filter(({ log }) => log.length > 0).map((share) => <ViewLog key={share.slug} share={share} />)}
    </Section>
  );
}

function cellsOf({
  slug,
  to,
  waveName,
  withName,
  state,
  showsNames,
  expiresAt,
  madeByName,
  madeAt,
  views,
}: Shared) {
  return [
    <span key="page">
      <Link to={to}>{withName ? `${waveName} beside ${withName}` : waveName}</Link>
      {showsNames && <span className="note under">with names</span>}
    </span>,
    SHARE_STATE_WORDS[state],
    <When key="until" at={expiresAt} zone="UTC" locale="en-GB" precision="minute" />,
    <span key="made">
      {madeByName}
      <span className="note under">
        <When at={madeAt} zone="UTC" locale="en-GB" />
      </span>
    </span>,
    views === 1 ? 'once' : views === 0 ? 'never' : `${views} times`,
    state === 'open' ? (
      <Form key="end" method="post">
        <input type="hidden" name="share" value={slug} />
        <Button variant="tiny" name="intent" value="end">
          End it
          <span className="vh">
            {' '}
            for {waveName}, made by {madeByName}, at once and for good
          </span>
        </Button>
      </Form>
    ) : (
      ''
    ),
  ];
}

/** For admins: when a link was opened and by roughly what. Who it was is not kept. */
function ViewLog({ share: { waveName, madeByName, log } }: { share: Shared }) {
  return (
    <details className="as-table">
      <summary>
        When {waveName}, shared by {madeByName}, was opened
      </summary>
      <DataTable
        caption="The newest first, to the minute"
        head={[{ label: 'When' }, { label: 'By' }, { label: 'Times', numeric: true }]}
        rows={log.map(({ at, client, views }) => ({
          key: `${at} ${client}`,
          cells: [
            <When key="at" at={at} zone="UTC" locale="en-GB" precision="minute" />,
            CLIENT_WORDS[client],
            views,
          ],
        }))}
      />
    </details>
  );
}

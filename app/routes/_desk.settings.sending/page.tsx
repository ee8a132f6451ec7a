import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { ActionBar } from '#app/ui/action-bar.tsx';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import type { action, loader } from './route.tsx';

type View = ReturnType<typeof useLoaderData<typeof loader>>;
type Sending = Extract<View, { kind: 'sending' }>;
type Paused = Extract<View, { kind: 'paused' }>;

/** Five rounds without a sender: it is not only late. */
const MISSING_AFTER = 5 * 60_000;

export function SendingSettingsPage() {
  const view = useLoaderData<typeof loader>();
  const changed = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Sending" />
      {changed && (
        <Notice
          heading="Nothing was confirmed"
          sentence={`Meanwhile it is ${messages(changed.messages)}. Look at what waits now, and say so again.`}
        />
      )}
      {view.kind === 'paused' ? <PausedSending view={view} /> : <OpenSending view={view} />}
    </>
  );
}

function OpenSending({ view: { beatAt, now, sendsHere } }: { view: Sending }) {
  const place = sendsHere ? 'This process sends' : 'A process of its own sends (npm run sender)';
  const isMissing = beatAt === null || now - beatAt > MISSING_AFTER;
  if (isMissing)
    return (
      <Notice
        heading="No sender is at work"
        sentence={
          <>
            {beatAt === null ? (
              'None has looked at the queue yet.'
            ) : (
              <>
                The last one looked <Minute at={beatAt} />.
              </>
            )}{' '}
            {sendsHere
              ? 'This process should send; its log says what keeps it from doing so.'
              : 'This process only queues (SENDER=off): start npm run sender beside it, or take SENDER=off away.'}
          </>
        }
      />
    );
  return (
    <p>
      {place}; a sender last looked at the queue <Minute at={beatAt} />. Nothing is held back.
    </p>
  );
}

function PausedSending({ view }: { view: Paused }) {
  const { at, why, isConfirmed } = view;
  return (
    <>
      <Notice
        heading="Nothing is sent from this database"
        sentence={
          <>
            {why} What was sent since that state was kept would go out a second time, and whoever asked since
            not to be written to would be written to. Seen <Minute at={at} />.
          </>
        }
      />
      {view.waves.length === 0 ? (
        <p className="after">Nothing waits to go out. What is sent from now on does once you have said so.</p>
      ) : (
        <WhatWaits view={view} />
      )}
      {isConfirmed ? (
        <p className="after" role="status">
          Confirmed here. Another workspace shares this database; sending goes on when its admin has said so
          too.
        </p>
      ) : (
        <ConfirmBar view={view} />
      )}
    </>
  );
}

const HEAD = [
  { label: 'Send' },
  { label: 'Waiting', numeric: true },
  { label: 'In doubt', numeric: true },
  { label: 'Queued' },
  { label: 'What becomes of it' },
];

function WhatWaits({ view: { waves, sample, messages: all } }: { view: Paused }) {
  return (
    <>
      <Section title={`${messages(all)} would go out`}>
        <DataTable caption="What would go out, by send" captionHidden head={HEAD} rows={waves.map(rowOf)} />
      </Section>
      <Section title={sample.length === all ? 'To whom' : `The first ${sample.length} of them`}>
        <ul className="rows held">
          {sample.map(({ id, personName, accountName, address, waveName }) => (
            <li key={id}>
              <span>
                {personName}, {accountName}
              </span>
              <span className="quiet">
                {address}, {waveName}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function rowOf({
  slug,
  waveName,
  programmeName,
  isClosed,
  isPaused,
  waiting,
  inDoubt,
  oldest,
  latest,
}: Paused['waves'][number]) {
  const name = (
    <span key="name">
      <Link to={`/sends/${slug}`}>{waveName}</Link>, {programmeName}
    </span>
  );
  const queued = (
    <span key="queued">
      <Minute at={oldest} />
      {latest > oldest && (
        <>
          {' '}
          to <Minute at={latest} />
        </>
      )}
    </span>
  );
  return { key: slug, cells: [name, waiting, inDoubt, queued, becomes({ isClosed, isPaused })] };
}

function becomes({ isClosed, isPaused }: Pick<Paused['waves'][number], 'isClosed' | 'isPaused'>): string {
  if (isClosed) return 'Closed: nothing of it goes out';
  return isPaused ? 'Paused: waits until it is resumed' : 'Goes out';
}

function ConfirmBar({ view: { messages: all } }: { view: Paused }) {
  return (
    <ActionBar
      label="Go on sending"
      action={
        <Form method="post">
          <input type="hidden" name="messages" value={all} />
          <Button variant="primary">
            {all === 0 ? 'Go on sending' : `Send ${all === 1 ? 'this' : 'these'} ${messages(all)}`}
          </Button>
        </Form>
      }
    >
      <p className="quiet">
        To leave a send out, pause or close it first. Reminders that fall due later go out too. Your
        confirmation is written to the audit trail, with these counts.
      </p>
    </ActionBar>
  );
}

function Minute({ at }: { at: number }) {
  return <When at={at} zone="UTC" locale="en-GB" precision="minute" />;
}

function messages(count: number): string {
  return count === 1 ? '1 message' : `${count} messages`;
}

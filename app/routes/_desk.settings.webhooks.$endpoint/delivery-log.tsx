import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Field } from '#app/ui/field.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import type { Viewed } from './page.tsx';

type Logged = Viewed['log'][number];

const HEAD = [
  { label: 'Event' },
  { label: 'Happened' },
  { label: 'What became of it' },
  { label: 'Attempts', numeric: true },
  { label: 'What you can do', hidden: true },
];

const DAY = 86_400_000;

/** Every event for this receiver, the newest first, and ways to send again. */
export function DeliveryLog({ view, fault }: { view: Viewed; fault: string | undefined }) {
  const { log, next, isFirst } = view;
  if (log.length === 0 && isFirst)
    return (
      <Section title="Log">
        <p className="small quiet">Nothing has happened since it was made. Send a test to see how it goes.</p>
      </Section>
    );
  return (
    <Section title="Log" lead="What happened in the last thirty days, and what this receiver was sent of it.">
      <DataTable
        caption="Events, newest first"
        captionHidden
        head={HEAD}
        rows={log.map((one) => ({ key: one.slug, cells: cellsOf(one) }))}
      />
      <Pager label="Pages of the log" previous={isFirst ? null : '?'} next={next} />
      <ReplayFailed view={view} fault={fault} />
    </Section>
  );
}

function cellsOf(one: Logged) {
  const { slug, kind, personaName, at, attempts, state } = one;
  return [
    <span key="event">
      {kind}
      {personaName && <span className="note">, {personaName}</span>}
    </span>,
    <When key="at" at={at} zone="UTC" locale="en-GB" precision="minute" />,
    <Outcome key="outcome" one={one} />,
    attempts,
    state === 'delivered' || state === 'given_up' ? <Replay key="replay" slug={slug} kind={kind} /> : null,
  ];
}

function Outcome({ one: { state, attempts, status, reason, nextAt, tookMs } }: { one: Logged }) {
  switch (state) {
    case 'delivered':
      return `Taken (${status}) in ${tookMs} ms`;
    case 'given_up':
      return `Given up. ${reason}`;
    case 'claimed':
      return 'Being sent';
    case 'waiting':
      return attempts === 0 ? (
        'Waiting'
      ) : (
        <>
          {reason} Next attempt <When at={nextAt} zone="UTC" locale="en-GB" precision="minute" />
        </>
      );
    default:
      return state satisfies never;
  }
}

function Replay({ slug, kind }: { slug: string; kind: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="event" value={slug} />
      <Button variant="tiny" name="intent" value="replay">
        Send again<span className="vh"> {kind}</span>
      </Button>
    </Form>
  );
}

function ReplayFailed({ view: { now }, fault }: { view: Viewed; fault: string | undefined }) {
  const weekAgo = new Date(now - 7 * DAY).toISOString().slice(0, 10);
  return (
    <details open={fault !== undefined}>
      <summary>Send everything again that was given up</summary>
      <Form method="post" className="stack-2" noValidate>
        <Field
          id="since"
          label="Of what happened since"
          help="From the beginning of that day, UTC."
          error={fault}
        >
          <TextInput type="date" name="since" defaultValue={weekAgo} required />
        </Field>
        <p className="form-foot">
          <Button name="intent" value="replay_failed">
            Send again
          </Button>
        </p>
      </Form>
    </details>
  );
}

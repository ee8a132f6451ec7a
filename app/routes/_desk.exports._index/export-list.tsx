import { Form, Link } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Progress } from '#app/ui/progress.tsx';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import { OFFERS } from './orders.ts';
import type { ExportsView } from './page.tsx';

type Listed = ExportsView['exports'][number];

const HEAD = [
  { label: 'Export' },
  { label: 'What' },
  { label: 'Ordered' },
  { label: 'State', plain: true },
  { label: 'What you can do', hidden: true },
];

export function ExportList({ exports }: { exports: readonly Listed[] }) {
  if (exports.length === 0) return null;
  const isWaiting = exports.some(({ state }) => state === 'queued' || state === 'running');
  return (
    <Section title="Your exports">
      <DataTable
        caption="Exports that you ordered, newest first"
        captionHidden
        head={HEAD}
        rows={exports.map((one) => ({ key: one.slug, cells: cellsOf(one) }))}
      />
      {isWaiting && (
        <p className="small after">
          You may leave this page; the work goes on. <Link to="/exports">Look again</Link>
        </p>
      )}
    </Section>
  );
}

function cellsOf(one: Listed) {
  const { what, format, programmeName, waveName, orderedAt, slug, state } = one;
  const offer = OFFERS.find(({ value }) => value === `${what}.${format}`);
  const title = waveName === null ? `${programmeName}, all waves` : `${waveName}, ${programmeName}`;
  return [
    title,
    offer?.label,
    <When key="at" at={orderedAt} zone="UTC" locale="en-GB" precision="minute" />,
    <State key="state" one={one} />,
    state === 'queued' || state === 'running' || state === 'done' ? (
      <End key="end" slug={slug} title={title} isDone={state === 'done'} />
    ) : null,
  ];
}

function State({ one }: { one: Listed }) {
  switch (one.state) {
    case 'queued':
      return <>Waits for its turn</>;
    case 'running':
      return <Progress label="Rows" done={one.rowsDone} total={one.rowsTotal} left={one.left} />;
    case 'done':
      return <Files one={one} />;
    case 'failed':
      return <>{one.failure}</>;
    case 'cancelled':
      return <span className="note">Cancelled</span>;
    case 'expired':
      return <span className="note">Deleted</span>;
    default:
      return one.state satisfies never;
  }
}

function Files({ one: { slug, files, expiresAt } }: { one: Listed }) {
  return (
    <>
      <ul className="plain">
        {files.map(({ number, name, rows, size }) => (
          <li key={number}>
            <a href={`/exports/${slug}/${number}`} download={name}>
              {name}
            </a>{' '}
            <span className="note nowrap">
              {rows > 0 && `${rows} ${rows === 1 ? 'line' : 'lines'}, `}
              {size}
            </span>
          </li>
        ))}
      </ul>
      {expiresAt !== null && (
        <p className="note">
          Until <When at={expiresAt} zone="UTC" locale="en-GB" precision="minute" />
        </p>
      )}
    </>
  );
}

function End({ slug, title, isDone }: { slug: string; title: string; isDone: boolean }) {
  return (
    <Form method="post" action="?index">
      <input type="hidden" name="export" value={slug} />
      <Button variant="tiny" name="intent" value="end">
        {isDone ? 'Delete' : 'Cancel'}
        <span className="vh"> {title}</span>
      </Button>
    </Form>
  );
}

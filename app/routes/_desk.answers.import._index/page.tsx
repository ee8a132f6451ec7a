import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import type { action, loader } from './route.tsx';

const HEAD = [
  { label: 'File' },
  { label: 'Wave' },
  { label: 'State' },
  { label: 'Rows', numeric: true },
  { label: 'Uploaded' },
];

const STATES = {
  mapping: 'Waits for its columns',
  checking: 'Being read',
  checked: 'Read; nothing written yet',
  queued: 'Coming in',
  running: 'Coming in',
  done: 'Brought in',
  failed: 'Not readable',
} as const;

export function ImportAnswersPage() {
  const { imports } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const rows = imports.map(({ slug, fileName, waveName, state, rowsTotal, createdAt }) => ({
    key: slug,
    cells: [
      <Link key="file" to={`/answers/import/${slug}`}>
        {fileName}
      </Link>,
      waveName || 'Not named yet',
      STATES[state],
      rowsTotal ?? '',
      <When key="at" at={createdAt} zone="UTC" locale="en-GB" />,
    ],
  }));
  return (
    <>
      <PageHead
        crumb={<Link to="/answers">Answers</Link>}
        title="Import past answers"
        lead="One row per answer, with the role it was given in. Nothing is written before you have seen a dry run."
      />
      <Form method="post" encType="multipart/form-data" action="?index">
        <Field
          id="file"
          label="CSV file"
          help="Up to 10 MB, as your survey tool wrote it."
          error={refused?.message}
        >
          <TextInput type="file" name="file" accept=".csv,.tsv,.txt,text/csv" required />
        </Field>
        <p className="form-foot">
          <Button variant="primary">Read the file</Button>
        </p>
      </Form>
      <WhatIsNeeded />
      {rows.length > 0 && (
        <Section title="Files so far">
          <DataTable caption="Files of past answers, newest first" captionHidden head={HEAD} rows={rows} />
        </Section>
      )}
    </>
  );
}

function WhatIsNeeded() {
  return (
    <Section title="What a past answer needs">
      <ul className="plain small">
        <li>
          The role it was given in. Rows without one are kept apart, readable, until a person places them.
        </li>
        <li>
          What was asked, on which scale. Only likelihood to recommend, 0 to 10, in the standard wording is
          NPS.
        </li>
        <li>
          Answers, not a result. “NPS 2024 = 36” has no place here: 36 of whom? <a href="/docs/orples">Why</a>
        </li>
      </ul>
    </Section>
  );
}

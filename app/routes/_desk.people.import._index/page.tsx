import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { Steps } from '#app/ui/steps.tsx';
import { When } from '#app/ui/time.tsx';
import type { action, loader } from './route.tsx';

const HEAD = [{ label: 'File' }, { label: 'State' }, { label: 'Rows', numeric: true }, { label: 'Uploaded' }];

const STATES = {
  mapping: 'Waits for its columns',
  checking: 'Being read',
  checked: 'Read; nothing written yet',
  queued: 'Coming in',
  running: 'Coming in',
  done: 'Brought in',
  failed: 'Not readable',
} as const;

export function ImportPeoplePage() {
  const { imports } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isReading = useNavigation().state === 'submitting';
  const rows = imports.map(({ slug, fileName, state, rowsTotal, createdAt }) => ({
    key: slug,
    cells: [
      <Link key="file" to={`/people/import/${slug}`}>
        {fileName}
      </Link>,
      STATES[state],
      rowsTotal ?? '',
      <When key="at" at={createdAt} zone="UTC" locale="en-GB" />,
    ],
  }));
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/people">People</Link>
            <span>Import</span>
          </>
        }
        title="Import people"
        lead="One row per person. Nothing is written before you have seen a dry run."
      />
      <Steps steps={['File', 'Columns', 'Dry run', 'Bring in']} current={0} />
      <Form method="post" encType="multipart/form-data" action="?index" className="after">
        <Field
          id="file"
          label="CSV file"
          help="Choose it, or drop it on the field. Up to 10 MB and 100,000 rows, as your CRM wrote it."
          error={refused?.message}
        >
          <TextInput type="file" name="file" accept=".csv,.tsv,.txt,text/csv" required />
        </Field>
        <p className="form-foot">
          <Button variant="primary">{isReading ? 'Reading the file' : 'Read the file'}</Button>
        </p>
      </Form>
      <WhatIsNeeded />
      {rows.length > 0 && (
        <Section title="Files so far">
          <DataTable caption="Files of people, newest first" captionHidden head={HEAD} rows={rows} />
        </Section>
      )}
    </>
  );
}

function WhatIsNeeded() {
  return (
    <Section title="What a row needs">
      <ul className="plain small">
        <li>A name, an e-mail address and the account where the person works.</li>
        <li>
          A role, if your file has one. You say once what each word means; nothing is filled in for you. Who
          has none comes in without a role and can’t be asked yet.
        </li>
        <li>Reports from Salesforce and contact exports from HubSpot are read as they come.</li>
      </ul>
    </Section>
  );
}

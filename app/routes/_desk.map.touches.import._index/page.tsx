import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { TOUCH_COLUMNS } from '#app/audience/moment/file/touch-columns.ts';
import { Button } from '#app/ui/button.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { Steps } from '#app/ui/steps.tsx';
import { OutcomeSection } from './outcome-section.tsx';
import type { action, loader } from './route.tsx';

export type ImportOutcome = Exclude<
  ReturnType<typeof useActionData<typeof action>>,
  { kind: 'refused' } | undefined
>;

/** Touches from a file: read, looked at, brought in. */
export function ImportTouchesPage() {
  const said = useActionData<typeof action>();
  const outcome = said && said.kind !== 'refused' ? said : undefined;
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/map">Map</Link>
            <span>Touches</span>
          </>
        }
        title="Bring touches in"
        lead="One row for each time that somebody met us. Nothing is written before you have seen a dry run."
      />
      <Steps
        steps={['File', 'Dry run', 'Brought in']}
        current={outcome === undefined ? 0 : outcome.kind === 'planned' ? 1 : 2}
      />
      {outcome && <OutcomeSection outcome={outcome} />}
      <FileForm
        message={said?.kind === 'refused' ? said.message : undefined}
        isNext={outcome !== undefined}
      />
      <WhatIsNeeded />
    </>
  );
}

function FileForm({ message, isNext }: { message: string | undefined; isNext: boolean }) {
  const isReading = useNavigation().state === 'submitting';
  return (
    <Section title={isNext ? 'Another file' : 'The file'}>
      <Form method="post" encType="multipart/form-data" action="?index" noValidate>
        <ErrorSummary faults={message ? [{ field: 'file', message }] : []} />
        <Field id="file" label="CSV file" help="Up to 512 KB and 5,000 rows." error={message}>
          <TextInput type="file" name="file" accept=".csv,.tsv,.txt,text/csv" required />
        </Field>
        <p className="form-foot">
          <Button variant={isNext ? 'outline' : 'primary'}>
            {isReading ? 'Reading the file' : 'Read the file'}
          </Button>
        </p>
      </Form>
    </Section>
  );
}

function WhatIsNeeded() {
  const { zone } = useLoaderData<typeof loader>();
  return (
    <Section title="What a row needs">
      <ul className="plain small">
        <li>
          The first line names the columns, in any order: <b>{TOUCH_COLUMNS.join(', ')}</b>. Others are passed
          over.
        </li>
        <li>
          The person and the account are here already, and the person holds or held the persona there. A file
          of touches adds nobody and gives nobody a role.
        </li>
        <li>
          The moment is one of that persona, by its name. The same name under another persona is another
          moment.
        </li>
        <li>
          A time such as 2027-03-04 09:30 is read by the clock of the workspace, {zone}, unless it says its
          own, such as 2027-03-04T09:30:00Z. A day alone is its beginning.
        </li>
        <li>The same file brought in again adds nothing.</li>
      </ul>
    </Section>
  );
}

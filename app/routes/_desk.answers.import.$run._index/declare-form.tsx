import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { ColumnsSection } from './columns-section.tsx';
import type { Faulty, ImportView } from './page.tsx';
import { QuestionSection } from './question-section.tsx';
import { WaveSection } from './wave-section.tsx';

/** What the file is: where each column goes, what was asked on which scale, and which wave it was. */
export function DeclareForm({ view, faulty }: { view: ImportView; faulty: Faulty }) {
  const { columns, state } = view;
  if (!columns) return null;
  // A fault found on bringing in stands beside the button, where it was found.
  const isOurs = faulty.values.intent === 'declare';
  const own: Faulty = isOurs ? faulty : { fieldErrors: {}, values: {} };
  const faults = Object.entries(own.fieldErrors).map(([field, message]) => ({ field, message }));
  const isNew = state === 'mapping';
  return (
    <Form method="post" action="?index" noValidate className="declare" key={JSON.stringify(own.values)}>
      <ErrorSummary faults={faults} />
      <ColumnsSection view={view} columns={columns} faulty={own} />
      <QuestionSection view={view} faulty={own} />
      <WaveSection view={view} faulty={own} />
      <p className="form-foot">
        <Button variant={isNew ? 'primary' : 'outline'} name="intent" value="declare">
          {isNew ? 'See what would happen' : 'Read again with these columns'}
        </Button>
      </p>
    </Form>
  );
}

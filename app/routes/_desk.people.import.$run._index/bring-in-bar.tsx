import { Form } from '@remix-run/react';
import { readyRows, waitingRows } from '#app/audience/import/import-counts.ts';
import { ActionBar } from '#app/ui/action-bar.tsx';
import { Button } from '#app/ui/button.tsx';
import type { ImportView } from './page.tsx';

export function BringInBar({ view: { report } }: { view: ImportView }) {
  const coming = readyRows(report) + report.roleMissing;
  const waiting = waitingRows(report);
  const nothing = coming === 0 && 'No row is ready. Settle the rows above, or look at the columns.';
  return (
    <ActionBar
      label="Bring in"
      action={
        <Form method="post" action="?index">
          <Button variant="primary" name="intent" value="bring_in" blockedBecause={nothing || undefined}>
            Bring in {coming} {coming === 1 ? 'person' : 'people'}
          </Button>
        </Form>
      }
    >
      <p>
        {readyRows(report)} as they are in the file, {report.roleMissing} without a role.{' '}
        {waiting === 1 && 'The other one stays in this report until someone decides.'}
        {waiting > 1 && `The other ${waiting} stay in this report until someone decides.`}
        {report.waitForWord > 0 && (
          <>
            {' '}
            {report.waitForWord} wait only for <a href="#words">what their words mean</a>.
          </>
        )}
      </p>
    </ActionBar>
  );
}

import { Form } from '@remix-run/react';
import { sumOf } from '#app/answering/import/answer-words.ts';
import { ActionBar } from '#app/ui/action-bar.tsx';
import { Button } from '#app/ui/button.tsx';
import type { Faulty, ImportView } from './page.tsx';

export function BringInBar({ view: { report, choices }, faulty }: { view: ImportView; faulty: Faulty }) {
  const placed = sumOf(report.placed);
  const unplaced = sumOf(report.unplaced);
  const nothing = placed + unplaced === 0 && 'There is no answer to bring in.';
  return (
    <ActionBar
      label="Bring in"
      action={
        <Form method="post" action="?index">
          <Button variant="primary" name="intent" value="bring_in" blockedBecause={nothing || undefined}>
            Bring in {placed + unplaced} answers
          </Button>
        </Form>
      }
    >
      {faulty.fieldErrors.waveName && <p className="fault">{faulty.fieldErrors.waveName}</p>}
      <p>
        Into “{choices.waveName}” of {choices.programmeName}: {placed} under their persona, {unplaced}{' '}
        unplaced, in no figure until a person places them.
      </p>
    </ActionBar>
  );
}

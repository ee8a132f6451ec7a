import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { Acted } from './acts.server.ts';

/** A refusal is a result: what may be had stands in it, and a press orders it. */
export function RefusedRows({ refused }: { refused: Extract<Acted, { kind: 'refused' }> }) {
  const { heading, sentence, figures, values } = refused;
  return (
    <Notice
      heading={heading}
      sentence={sentence}
      foot={
        <Form method="post" action="?index">
          <input type="hidden" name="of" value={values.of} />
          <input type="hidden" name="file" value="figures.xlsx" />
          <Button name="intent" value="order">
            Order the figures instead
          </Button>
        </Form>
      }
    >
      {figures.length > 0 && (
        <ul className="plain">
          {figures.map((figure) => (
            <li key={figure}>{figure}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

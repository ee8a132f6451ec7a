import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Section } from '#app/ui/section.tsx';

/** It cannot be taken back, so what it does is read on the way to its button. */
export function CloseSection() {
  return (
    <Section title="Close it">
      <details>
        <summary>Close this send</summary>
        <Form method="post" className="stack-2">
          <p className="small">
            It can’t be opened again, and no mail or reminder of it leaves any more. Links say that it is over
            a quarter of an hour later, so that whoever has the page open can still send it. Answers that came
            in stay, and change rules are checked.
          </p>
          <p className="form-foot">
            <Button variant="tiny" name="intent" value="close">
              Close it for good
            </Button>
          </p>
        </Form>
      </details>
    </Section>
  );
}

import { Form } from '@remix-run/react';
import { ValueFields } from '#app/audience/attribute/value-fields.tsx';
import { Button } from '#app/ui/button.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Faulty, PersonView } from './page.tsx';

/** What the workspace itself wants to know about people. */
export function Attributes({ view: { attributes }, faulty }: { view: PersonView; faulty: Faulty }) {
  if (attributes.length === 0) return null;
  return (
    <Section id="attributes" title="Attributes" lead="A send can pick by them. Empty is not known.">
      <Form method="post" preventScrollReset key={JSON.stringify([faulty.values, attributes])}>
        <ValueFields attributes={attributes} faulty={faulty} />
        <p className="form-foot">
          <Button name="intent" value="attributes">
            Keep the attributes
          </Button>
        </p>
      </Form>
    </Section>
  );
}

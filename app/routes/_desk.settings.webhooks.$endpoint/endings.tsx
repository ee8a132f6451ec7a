import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';

/** Another secret, and the end of the one before it. */
export function SecretForms({ formerUntil }: { formerUntil: number | null }) {
  return (
    <Section
      title="Secret"
      lead="A new one signs beside the present one for a day, so that your receiver can change over without missing anything."
    >
      <Form method="post" className="cluster">
        <Button name="intent" value="rotate">
          Make a new secret
        </Button>
        {formerUntil !== null && (
          <Button name="intent" value="end_former">
            End the former secret now
          </Button>
        )}
      </Form>
      {formerUntil !== null && (
        <p className="small quiet">
          The former secret signs until <When at={formerUntil} zone="UTC" locale="en-GB" precision="minute" />
          .
        </p>
      )}
    </Section>
  );
}

export function DeleteForm({ host }: { host: string }) {
  return (
    <Section title="Delete it">
      <details>
        <summary>Delete this webhook</summary>
        <Form method="post" className="stack-2">
          <p className="small">
            Its secrets, its log and what waits for it go for good. Nothing more is sent to {host}; other
            webhooks are not touched.
          </p>
          <p className="form-foot">
            <Button variant="tiny" name="intent" value="delete">
              Delete for good
            </Button>
          </p>
        </Form>
      </details>
    </Section>
  );
}

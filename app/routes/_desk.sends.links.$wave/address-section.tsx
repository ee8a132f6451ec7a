import { Form } from '@remix-run/react';
import { linkStateOf } from '#app/programme/shared-link/shared-link-words.ts';
import { Button } from '#app/ui/button.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/section.tsx';
import type { LinkView } from './page.tsx';

/** The address to put up, and the ways to end it: each says what goes and what stays. */
export function AddressSection({ view }: { view: LinkView }) {
  const state = linkStateOf(view.link);
  if (state === 'closed')
    return (
      <Section title="Address">
        <p className="small quiet">
          This link is closed. Whoever follows it reads that it is over; the answers that came in stay.
        </p>
      </Section>
    );
  return (
    <Section title="Address">
      {view.address ? (
        <Field
          id="address"
          label="Put this on the page or into the chat"
          help="It opens nothing but the questions, and holds no name. Opening it records nothing."
        >
          <TextInput readOnly defaultValue={view.address} key={view.address} />
        </Field>
      ) : (
        <p className="small">
          {state === 'stopped'
            ? 'The address was stopped: whoever follows it reads that it opens nothing.'
            : 'The secret that made this address is gone, so it cannot be shown. It still works.'}
        </p>
      )}
      <ul className="rows">
        <Act
          intent="renew"
          label="Make a new address"
          words="The one above opens nothing from then on. Answers that came in stay."
        />
        {state === 'open' && (
          <Act
            intent="stop"
            label="Stop this address"
            words="At once, for a link that got into wrong hands. A new address can be made later."
          />
        )}
        <Act
          intent="close"
          label="Close this link"
          words="For good. Whoever has a page open may send it for 15 minutes more."
        />
      </ul>
    </Section>
  );
}

function Act({ intent, label, words }: { intent: string; label: string; words: string }) {
  return (
    <li>
      <Form method="post" className="cluster">
        <Button name="intent" value={intent}>
          {label}
        </Button>
        <span className="small quiet">{words}</span>
      </Form>
    </li>
  );
}

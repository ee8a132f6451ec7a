import { Form } from '@remix-run/react';
import { LINK_REASON_WORDS, LINK_REASONS } from '#app/programme/link/link-reason.ts';
import { Button } from '#app/ui/button.tsx';
import { Select } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import type { SendView } from './page.tsx';
import { people as peopleWords } from './people-words.ts';

type Line = NonNullable<SendView['links']>['lines'][number];

const REASONS = LINK_REASONS.map((value) => ({ value, label: LINK_REASON_WORDS[value] }));

function Why() {
  return (
    <Field label="Why">
      <Select name="reason" prompt="Choose" options={REASONS} required />
    </Field>
  );
}

/** Renews or ends one person's link. Who left the seat has none to change. */
export function LinkForm({ line, mayRenew }: { line: Line; mayRenew: boolean }) {
  const mayEnd = line.state === 'opens';
  if (line.state === 'left' || (!mayEnd && !mayRenew)) return null;
  return (
    <details>
      <summary className="small">
        Change<span className="vh"> the link of {line.personName}</span>
      </summary>
      <Form method="post" className="held-form" preventScrollReset>
        <input type="hidden" name="invitation" value={line.slug} />
        <input type="hidden" name="seen" value={line.generation} />
        <Why />
        <div className="cluster more">
          {mayRenew && (
            <Button variant="tiny" name="intent" value="renew_link">
              Renew the link of {line.personName}
            </Button>
          )}
          {mayEnd && (
            <Button variant="tiny" name="intent" value="end_link">
              End it without a new one<span className="vh">: {line.personName}</span>
            </Button>
          )}
        </div>
      </Form>
    </details>
  );
}

/** For a list of mails that leaked. The button says whom it reaches. */
export function RenewAllForm({ people, seen }: { people: number; seen: number }) {
  return (
    <details className="after">
      <summary className="small">Renew all links of this send</summary>
      <p className="small quiet more">
        Every link that is out stops working at once. Whoever had a mail and has not answered gets another one
        with a new link; what was answered stays.
      </p>
      <Form method="post" className="held-form">
        <input type="hidden" name="seen" value={seen} />
        <Why />
        <Button name="intent" value="renew_links">
          Renew the links of {peopleWords(people)}
        </Button>
      </Form>
    </details>
  );
}

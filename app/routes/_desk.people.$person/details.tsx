import { Form } from '@remix-run/react';
import { formatList } from '#app/results/display.ts';
import { Button } from '#app/ui/button.tsx';
import { Select, TextInput } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/section.tsx';
import { AddressReturned, returnOf } from './address-return.tsx';
import type { Faulty, PersonView } from './page.tsx';

type Wish = PersonView['wishes'][number];

function isStopped(wishes: readonly Wish[], email: string): boolean {
  return wishes.some((wish) => wish.email === email && wish.stopped !== null);
}

/** Beside an address: what they asked for. What came back from it is said by its own note. */
function WishOf({ wish }: { wish: Wish | undefined }) {
  if (!wish) return null;
  const { stopped, programmes } = wish;
  if (stopped === 'asked')
    return <p className="note">They asked for no more mail, so nothing is sent to it.</p>;
  if (stopped === 'member') return <p className="note">A member stopped all mail to it.</p>;
  if (stopped !== null || programmes.length === 0) return null;
  return <p className="note">They asked for no more mail of {formatList(programmes)}.</p>;
}

/** The name, the addresses and how they are written to. People are matched by address, so an address is added and never taken away. */
export function Details({
  view: { person, addresses, returns, wishes, languages },
  faulty,
}: {
  view: PersonView;
  faulty: Faulty;
}) {
  const { fieldErrors, values } = faulty;
  return (
    <Section id="addresses" title="Name, addresses and language">
      {addresses.length > 0 && (
        <ul className="rows">
          {addresses.map(({ emailKey, email, position }) => (
            <li key={emailKey} className="small">
              <span className="break">{email}</span>
              {position === 0 && (
                <span className="quiet">
                  {isStopped(wishes, email) ? 'is not written to' : 'is written to'}
                </span>
              )}
              {position > 0 && <WriteHere emailKey={emailKey} email={email} />}
              <AddressReturned returned={returnOf(returns, email)} />
              <WishOf wish={wishes.find((wish) => wish.email === email)} />
            </li>
          ))}
        </ul>
      )}
      <Form
        method="post"
        preventScrollReset
        className="after"
        key={JSON.stringify([values, person, addresses.length])}
      >
        <Field id="name" label="Name" error={fieldErrors.name}>
          <TextInput
            name="name"
            maxLength={200}
            defaultValue={values.name ?? person.name}
            autoComplete="off"
          />
        </Field>
        <Field
          id="email"
          label="Another address"
          help="Leave it empty where there is no other."
          error={fieldErrors.email}
        >
          <TextInput
            type="email"
            name="email"
            maxLength={300}
            defaultValue={values.email ?? ''}
            autoComplete="off"
          />
        </Field>
        <Field
          id="language"
          label="Language"
          help="Mail and questions come in it where the survey speaks it."
          error={fieldErrors.language}
        >
          <Select
            name="language"
            options={[{ value: '', label: 'Not known' }, ...languages]}
            defaultValue={values.language ?? person.language ?? ''}
          />
        </Field>
        <Field
          id="timeZone"
          label="Time zone"
          help="Such as Europe/Oslo. The hours in which mail leaves follow it."
          error={fieldErrors.timeZone}
        >
          <TextInput
            {...{ name: 'timeZone', maxLength: 60, autoComplete: 'off' }}
            defaultValue={values.timeZone ?? person.timeZone ?? ''}
          />
        </Field>
        <p className="form-foot">
          <Button name="intent" value="details">
            Keep these details
          </Button>
        </p>
      </Form>
    </Section>
  );
}

function WriteHere({ emailKey, email }: { emailKey: string; email: string }) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="address" value={emailKey} />
      <Button variant="tiny" name="intent" value="prefer">
        Write here<span className="vh"> to {email} from now on</span>
      </Button>
    </Form>
  );
}

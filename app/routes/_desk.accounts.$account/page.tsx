import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { ValueFields } from '#app/audience/attribute/value-fields.tsx';
import { OpenFollowUps } from '#app/followup/open-follow-ups.tsx';
import { inSentence } from '#app/persona/persona.ts';
import { Button } from '#app/ui/button.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { Day } from '#app/ui/day.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { LaneSeats } from './lane-seats.tsx';
import type { action, loader } from './route.tsx';

export type AccountView = ReturnType<typeof useLoaderData<typeof loader>>;

/** One account, its people by persona. It never shows what "the account" thinks. */
export function AccountPage() {
  const view = useLoaderData<typeof loader>();
  const { account, lanes, withoutRole, people } = view;
  return (
    <>
      <PageHead
        crumb={<Link to="/accounts">Accounts</Link>}
        title={account.name}
        lead={<Missing view={view} />}
        tools={
          <>
            <Link to={`/people?q=${encodeURIComponent(account.name)}`}>Find its people</Link>
            <Link to={`/results?account=${view.slug}`}>What they answered</Link>
            <Link to={`/people/new?account=${view.slug}`}>Add a person</Link>
          </>
        }
      />
      {lanes.map((lane) => (
        <LaneSeats key={lane.persona.id} lane={lane} view={view} />
      ))}
      {withoutRole.length > 0 && (
        <Section
          title={`Role missing: ${withoutRole.length}`}
          lead="They can’t be asked until somebody says what they do here."
        >
          <ul className="rows">
            {withoutRole.map(({ personId, personName, title }) => (
              <li key={personId}>
                <Link to={`/people/${people[personId]}`}>
                  <bdi>{personName}</bdi>
                </Link>
                {title && <span className="small quiet"> {title}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <OpenFollowUps lines={view.followUps} newTo={`/follow-ups/new?account=${view.slug}`} now={view.now} />
      <Attributes view={view} />
      <AccountForm view={view} />
    </>
  );
}

/** The empty seats lead: an account is known by who is missing as much as by who is there. */
function Missing({ view: { account, lanes } }: { view: AccountView }) {
  const empty = lanes.filter(({ isEmpty }) => isEmpty).map(({ persona }) => inSentence(persona.name));
  const seats = empty.length === 0 ? 'Every seat is taken.' : `Nobody sits here as ${empty.join(' or ')}.`;
  return (
    <>
      {seats}{' '}
      {account.renewalOn && (
        <>
          Renews on <Day day={account.renewalOn} />.
        </>
      )}
    </>
  );
}

const NO_FAULT = { fieldErrors: {}, values: {} };

/** What the workspace itself wants to know about accounts; it holds for everyone there. */
function Attributes({ view: { attributes } }: { view: AccountView }) {
  const answer = useActionData<typeof action>();
  if (attributes.length === 0) return null;
  const faulty = answer?.values.intent === 'attributes' ? answer : NO_FAULT;
  return (
    <Section
      id="attributes"
      title="Attributes"
      lead="They hold for everyone here, and a send can pick by them. Empty is not known."
    >
      <Form method="post" className="measure stack-2" key={JSON.stringify([faulty.values, attributes])}>
        <ValueFields attributes={attributes} faulty={faulty} />
        <Button name="intent" value="attributes">
          Keep the attributes
        </Button>
      </Form>
    </Section>
  );
}

function AccountForm({ view: { account } }: { view: AccountView }) {
  const answer = useActionData<typeof action>();
  return (
    <Section title="Details">
      <Form method="post" className="measure stack-2" key={`${account.name}-${account.renewalOn}`}>
        <Field label="Name" error={answer?.fieldErrors.name}>
          <TextInput name="name" defaultValue={answer?.values.name ?? account.name} />
        </Field>
        <Field
          label="Renews on"
          help="Leave it empty while it is not known."
          error={answer?.fieldErrors.renewalOn}
        >
          <TextInput
            type="date"
            name="renewalOn"
            defaultValue={answer?.values.renewalOn ?? account.renewalOn ?? ''}
          />
        </Field>
        <Button>Save</Button>
      </Form>
    </Section>
  );
}

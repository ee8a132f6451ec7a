import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { FindingsList } from '#app/delivery/doctor/findings-list.tsx';
import { Button } from '#app/ui/button.tsx';
import { TextArea } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { useLookAgain } from '#app/ui/look-again.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import type { action, loader } from './route.tsx';

const EVERY_MS = 2000;

type View = ReturnType<typeof useLoaderData<typeof loader>>;

export function SendMailPage() {
  const view = useLoaderData<typeof loader>();
  const { slug, wave, checked } = view;
  useLookAgain(EVERY_MS, checked.kind === 'looking');
  const isGreen = checked.kind === 'mailbox' || (checked.kind === 'checked' && checked.verdict.green);
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/sends">Sends</Link>
            <Link to={`/sends/${slug}`}>{wave.name}</Link>
          </>
        }
        title="May this mail go to many?"
        lead="More than 500 recipients at once are what mail providers look at. Where the records of the domain are not in order, they take this send, and the next ones, for spam."
      />
      <Records checked={checked} />
      {isGreen || wave.isVouched ? <MayGo view={view} isGreen={isGreen} /> : <Answer view={view} />}
    </>
  );
}

function Records({ checked }: Pick<View, 'checked'>) {
  switch (checked.kind) {
    case 'mailbox':
      return <p>Mail stays in the built-in mailbox: nothing leaves the house, so any number may be asked.</p>;
    case 'looking':
      return (
        <p role="status">
          DNS takes its time to answer. This page looks again by itself, or load it once more.
        </p>
      );
    case 'checked':
      return (
        <Section title={`What is published for ${checked.verdict.domain}`}>
          <FindingsList findings={checked.verdict.findings} />
        </Section>
      );
    default:
      return checked satisfies never;
  }
}

function MayGo({ view: { slug, wave }, isGreen }: { view: View; isGreen: boolean }) {
  const why = isGreen ? 'Nothing stands in the way' : 'An admin has answered for this send';
  return (
    <p className="after" role="status">
      {why}. <Link to={`/sends/${slug}`}>Go back to {wave.name}</Link>
    </p>
  );
}

function Answer({ view: { wave, mayAnswer } }: { view: View }) {
  const { fieldErrors = {}, values = {} } = useActionData<typeof action>() ?? {};
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  if (wave.isClosed) return <p className="after">This send is closed, so nothing more goes out of it.</p>;
  if (!mayAnswer)
    return (
      <p className="after">
        Have what is to mend published, or ask an admin to open this page and answer for the send.
      </p>
    );
  return (
    <Section
      title="Answer for this send"
      lead="The better way is to publish what is missing and check again. Your word holds for this one send and stays in the audit trail, with your name, the reason and what was not in order."
    >
      <Form method="post" noValidate>
        <ErrorSummary faults={faults} />
        <Field
          id="reason"
          label="Why it may go out all the same"
          help="Such as: our provider signs with a key of its own, and its support confirmed the records."
          error={fieldErrors.reason}
        >
          <TextArea name="reason" defaultValue={values.reason} required />
        </Field>
        <p className="cluster form-foot">
          <Button>Answer for it</Button>
        </p>
      </Form>
    </Section>
  );
}

import { Form, useLoaderData } from '@remix-run/react';
import { FindingsList } from '#app/delivery/doctor/findings-list.tsx';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { useLookAgain } from '#app/ui/look-again.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { When } from '#app/ui/time.tsx';
import type { loader } from './route.tsx';

const EVERY_MS = 2000;

export function MailSettingsPage() {
  const { checked, from } = useLoaderData<typeof loader>();
  useLookAgain(EVERY_MS, checked.kind === 'looking');
  return (
    <>
      <PageHead
        title="Mail"
        lead={
          checked.kind === 'mailbox' ? undefined : (
            <>
              Invitations come from <code>{from}</code>. Receivers look up what is published for its domain; a
              send to more than 500 waits until nothing is left to mend, or an admin answers for it.
            </>
          )
        }
        tools={checked.kind !== 'mailbox' && <CheckAgain />}
      />
      <Checked checked={checked} />
    </>
  );
}

function Checked({ checked }: Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'checked'>) {
  switch (checked.kind) {
    case 'mailbox':
      return (
        <EmptyState title="Nothing leaves the house yet">
          Mail stays in the built-in mailbox, so no record matters and a send may be of any size. Set{' '}
          <code>SMTP_URL</code> and <code>MAIL_FROM</code> and start again; then this page says what to
          publish.
        </EmptyState>
      );
    case 'looking':
      return (
        <p role="status">
          DNS takes its time to answer. This page looks again by itself, or load it once more.
        </p>
      );
    case 'checked':
      return (
        <>
          <h2>
            {checked.verdict.green
              ? `Mail from ${checked.verdict.domain} is in order`
              : `Mail from ${checked.verdict.domain} is not in order yet`}
          </h2>
          <FindingsList findings={checked.verdict.findings} />
          <p className="note">
            Looked up <When at={checked.at} zone="UTC" locale="en-GB" precision="minute" />. What you publish
            may take some minutes to be seen everywhere.
          </p>
        </>
      );
    default:
      return checked satisfies never;
  }
}

function CheckAgain() {
  return (
    <Form method="post">
      <Button>Check again</Button>
    </Form>
  );
}

import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { MAIL_LOOK_WORDS, MAIL_LOOKS } from '#app/delivery/mail-document.ts';
import { MailFrame } from '#app/delivery/mail-frame.tsx';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Button } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { PersonaTabs } from '#app/ui/tabs.tsx';
import type { action, loader } from './route.tsx';

type View = ReturnType<typeof useLoaderData<typeof loader>>;

export function TestLetterPage() {
  const view = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const { wave, asWhom, lanes, personaId, look } = view;
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/sends">Sends</Link>
            <Link to={`/sends/${wave.slug}`}>{wave.name}</Link>
          </>
        }
        title="The mail"
        lead={`As ${asWhom.personName} at ${asWhom.accountName} will see it.`}
      />
      {said && <Notice heading={said.heading} sentence={said.sentence} />}
      <PersonaTabs
        tabs={lanes.map((persona) => ({
          ...laneIdentity(persona),
          to: `?persona=${encodeURIComponent(persona.id)}&look=${look}`,
          name: persona.plural,
          current: persona.id === personaId,
        }))}
      />
      <Head view={view} />
      <Looks view={view} />
      <MailFrame mail={view.mail} look={look} />
      <TestSection view={view} />
    </>
  );
}

function Head({ view: { from, repliesGoTo, mail, wave } }: { view: View }) {
  return (
    <>
      <div className="after">
        <Facts
          facts={[
            { term: 'From', value: from },
            { term: 'Replies go to', value: repliesGoTo ?? 'The address it comes from' },
            { term: 'Subject', value: mail.subject },
          ]}
        />
      </div>
      <p className="small more">
        <Link to={`/programmes/${wave.programmeSlug}/mail`}>Change who it is from and how it looks</Link>
      </p>
    </>
  );
}

function Looks({ view: { personaId, look } }: { view: View }) {
  return (
    <nav className="tabs after" aria-label="Seen as">
      <ul>
        {MAIL_LOOKS.map((one) => (
          <li key={one}>
            <Link
              to={`?persona=${encodeURIComponent(personaId)}&look=${one}`}
              aria-current={one === look ? 'page' : undefined}
              preventScrollReset
            >
              {MAIL_LOOK_WORDS[one]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function TestSection({ view: { personaId, memberEmail } }: { view: View }) {
  const isSending = useNavigation().state === 'submitting';
  return (
    <Section
      title="A test to yourself"
      lead={`The same letter goes to ${memberEmail}, marked as a test. It is no invitation: its links lead to the preview, and nothing pressed there is kept.`}
    >
      <Form method="post">
        <input type="hidden" name="persona" value={personaId} />
        <Button>{isSending ? 'Sending' : 'Send it to me'}</Button>
      </Form>
    </Section>
  );
}

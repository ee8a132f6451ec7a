import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { LookTabs } from '#app/delivery/look-tabs.tsx';
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
  const { wave, asWhom, lanes, personaId, look, languages } = view;
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
          to: `?${placeOf(view, { persona: persona.id })}`,
          name: persona.plural,
          current: persona.id === personaId,
        }))}
      />
      <Head view={view} />
      <LookTabs look={look} placeOf={(one) => `?${placeOf(view, { look: one })}`} />
      {languages.length > 1 && <Languages view={view} />}
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

/** The page as it is, but for what is given. */
function placeOf(
  { personaId, look, language }: View,
  other: Partial<Record<'persona' | 'look' | 'language', string>>,
): URLSearchParams {
  return new URLSearchParams({ persona: personaId, look, language, ...other });
}

/** Each person gets it in the language that is known of them, if the survey speaks it. */
function Languages({ view }: { view: View }) {
  return (
    <nav className="tabs after" aria-label="Language">
      <ul>
        {view.languages.map(({ tag, name }) => (
          <li key={tag}>
            <Link
              to={`?${placeOf(view, { language: tag })}`}
              aria-current={tag === view.language ? 'page' : undefined}
              preventScrollReset
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function TestSection({ view: { personaId, language, memberEmail } }: { view: View }) {
  const isSending = useNavigation().state === 'submitting';
  return (
    <Section
      title="A test to yourself"
      lead={`The same letter goes to ${memberEmail}, marked as a test. It is no invitation: its links lead to the preview, and nothing pressed there is kept.`}
    >
      <Form method="post">
        <input type="hidden" name="persona" value={personaId} />
        <input type="hidden" name="language" value={language} />
        <Button>{isSending ? 'Sending' : 'Send it to me'}</Button>
      </Form>
    </Section>
  );
}

import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { isClosed, ORIGIN_WORDS, STATE_WORDS } from '#app/followup/follow-up.ts';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Facts } from '#app/ui/facts.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Quote } from '#app/ui/quote.tsx';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import { ActForms } from './act-forms.tsx';
import { History } from './history.tsx';
import type { action, loader } from './route.tsx';

export type FollowUpView = ReturnType<typeof useLoaderData<typeof loader>>;
export type Faulty = ReturnType<typeof useActionData<typeof action>>;

/** One follow-up: about whom, what is to be done and by when, and what became of it. */
export function FollowUpPage() {
  const view = useLoaderData<typeof loader>();
  const faulty = useActionData<typeof action>();
  const { followUp, words, done } = view;
  const whole = faulty?.fieldErrors.whole;
  return (
    <>
      <PageHead crumb={<Link to="/follow-ups">Follow-ups</Link>} title={followUp.what} />
      {done && !faulty && (
        <p className="said" role="status">
          Kept.
        </p>
      )}
      {whole && (
        <p className="fault" role="alert">
          {whole}
        </p>
      )}
      <FollowUpFacts view={view} />
      {words.length > 0 && <OwnWords view={view} />}
      {followUp.confidentiality !== 'attributed' && followUp.cameFrom === 'lane' && (
        <p className="measure after">
          They answered in confidence. It leads to nobody: act on what several people said, and tell all of
          them.
        </p>
      )}
      <ActForms view={view} faulty={faulty} isClosed={isClosed(followUp.state)} />
      <History view={view} faulty={faulty} />
    </>
  );
}

function FollowUpFacts({ view: { followUp, persona, zone } }: { view: FollowUpView }) {
  const { person, personName, account, accountName, wave, waveName, programme, programmeName } = followUp;
  const { theme, themeName } = followUp;
  const { state, ownerName, dueAt, isOverdue, outcome, because, toldAt, cameFrom } = followUp;
  const day = (at: number) => <When at={at} zone={zone} locale="en-GB" precision="minute" />;
  return (
    <Facts
      facts={[
        { term: 'Persona', value: <PersonaName {...laneIdentity(persona)} name={persona.name} /> },
        ...(person ? [{ term: 'Person', value: <Link to={`/people/${person}`}>{personName}</Link> }] : []),
        ...(account
          ? [{ term: 'Account', value: <Link to={`/accounts/${account}`}>{accountName}</Link> }]
          : []),
        { term: 'State', value: STATE_WORDS[state] },
        { term: 'Owner', value: ownerName },
        { term: 'Due', value: isOverdue ? <b>Overdue since {day(dueAt)}</b> : day(dueAt) },
        { term: 'Programme', value: <Link to={`/programmes/${programme}`}>{programmeName}</Link> },
        ...(wave ? [{ term: 'Send', value: <Link to={`/sends/${wave}`}>{waveName}</Link> }] : []),
        ...(theme
          ? [{ term: 'Theme', value: <Link to={`/answers/themes/${theme}`}>{themeName}</Link> }]
          : []),
        { term: 'Came from', value: ORIGIN_WORDS[cameFrom] },
        ...(outcome ? [{ term: 'What came of it', value: outcome }] : []),
        ...(because ? [{ term: 'Why not', value: because }] : []),
        ...(toldAt === null ? [] : [{ term: 'They were told', value: day(toldAt) }]),
      ]}
    />
  );
}

/** Only where respondents agreed to be read by name. What they scored is on the page of their persona, not here. */
function OwnWords({ view: { words, followUp } }: { view: FollowUpView }) {
  return (
    <Section title="In their own words">
      {words.map((text) => (
        <Quote key={`${text.about} ${text.words}`} by={text.about ?? followUp.personName ?? 'One person'}>
          <span className="verbatim-words">{text.words}</span>
        </Quote>
      ))}
    </Section>
  );
}

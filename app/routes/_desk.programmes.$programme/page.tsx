import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { PROGRAMME_STATE_WORDS, PROMISE_WORDS } from '#app/programme/programme-words.ts';
import { WAVE_STATE_WORDS, waveTitle } from '#app/programme/wave/wave-words.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import { InDoubtForm } from './in-doubt-form.tsx';
import { LaneSection } from './lane-section.tsx';
import { OwingSection } from './owing-section.tsx';
import type { action, loader } from './route.tsx';

export type ProgrammeView = ReturnType<typeof useLoaderData<typeof loader>>;

export function ProgrammePage() {
  const view = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const { programme, lanes } = view;
  return (
    <>
      <PageHead crumb={<Link to="/programmes">Programmes</Link>} title={programme.name} />
      <ProgrammeFacts view={view} />
      <OwingSection view={view} />
      <Section
        title="Why and what each persona is asked"
        lead="First why, then the questions, then the send. Each persona has its own purpose and its own questions."
      >
        {lanes.map((lane) => (
          <LaneSection key={lane.persona.id} lane={lane} programme={programme} />
        ))}
      </Section>
      <SendsSection view={view} />
      <InDoubtForm view={view} {...(said && { error: said.fieldErrors.inDoubt })} />
      {programme.origin === 'asked' && programme.state !== 'shut' && (
        <Section title="Its end" lead="What nobody acts on is better ended, and said so.">
          <ButtonLink to={`/programmes/${programme.slug}/shut`}>Shut the programme</ButtonLink>
        </Section>
      )}
    </>
  );
}

function ProgrammeFacts({ view: { programme } }: { view: ProgrammeView }) {
  const promise = PROMISE_WORDS[programme.confidentiality];
  const isImported = programme.origin === 'imported';
  return (
    <Facts
      facts={[
        { term: 'State', value: isImported ? 'Imported answers' : PROGRAMME_STATE_WORDS[programme.state] },
        { term: 'Respondents are promised', value: `${promise.name}: “${promise.promise}”` },
        ...(isImported
          ? []
          : [
              {
                term: 'Follow-ups',
                value: (
                  <>
                    <Link to={`/programmes/${programme.slug}/rules`}>Rules that open them</Link>,{' '}
                    <Link to={`/programmes/${programme.slug}/decisions`}>what was decided</Link>
                  </>
                ),
              },
              {
                term: 'Alerts',
                value: <Link to={`/programmes/${programme.slug}/alerts`}>Rules that raise them</Link>,
              },
            ]),
        {
          term: 'Mail comes from',
          value: isImported ? (
            programme.senderName
          ) : (
            <>
              {programme.senderName}.{' '}
              <Link to={`/programmes/${programme.slug}/mail`}>How its mail looks</Link>
            </>
          ),
        },
      ]}
    />
  );
}

function SendsSection({ view: { programme, lanes, waves } }: { view: ProgrammeView }) {
  if (programme.origin === 'imported') return null;
  const canSend = lanes.some(({ surveys }) => surveys.some(({ published }) => published !== null));
  return (
    <Section title="Sends">
      {waves.length === 0 && (
        <p className="small quiet">
          {canSend ? 'Nothing was sent yet.' : 'A send needs published questions for at least one persona.'}
        </p>
      )}
      <ul className="rows sides">
        {waves.map(({ slug, name, kind, state, sentAt }) => (
          <li key={slug}>
            <Link to={kind === 'link' ? `/sends/links/${slug}` : `/sends/${slug}`}>
              <b>{waveTitle({ name, kind })}</b>
            </Link>
            <span className="small quiet">{WAVE_STATE_WORDS[state]}</span>
            <span className="small quiet">
              {sentAt && (
                <>
                  {kind === 'link' ? 'Open since' : 'Sent'} <When at={sentAt} zone="UTC" locale="en-GB" />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {canSend && (
        <p className="cluster form-foot">
          <ButtonLink to={`/sends/new?programme=${programme.slug}`}>Prepare a send</ButtonLink>
          <ButtonLink to={`/sends/links/new?programme=${programme.slug}`}>
            Make a link for a page or chat
          </ButtonLink>
        </p>
      )}
    </Section>
  );
}

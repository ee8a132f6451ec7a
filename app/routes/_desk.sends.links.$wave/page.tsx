import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { LINK_STATE_WORDS, linkStateOf } from '#app/programme/shared-link/shared-link-words.ts';
import { SHARED_ANSWERS_WORDS } from '#app/survey/shared-answers.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import { AddressSection } from './address-section.tsx';
import { LimitsSection } from './limits-section.tsx';
import type { action, loader } from './route.tsx';

export type LinkView = ReturnType<typeof useLoaderData<typeof loader>>;

export function SharedLinkPage() {
  const view = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const { link } = view;
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/sends">Sends</Link>
            <Link to="/sends/links">Links</Link>
            <Link to={`/programmes/${view.programmeSlug}`}>{link.programmeName}</Link>
          </>
        }
        title={link.place}
        lead={<Lead view={view} />}
      />
      {said && <Notice heading={said.heading} sentence={said.sentence} />}
      <Facts
        facts={[
          { term: 'State', value: LINK_STATE_WORDS[linkStateOf(link)] },
          { term: 'Its answers are', value: SHARED_ANSWERS_WORDS[link.answersAre] },
          { term: 'From each device', value: link.onePerDevice ? 'one answer' : 'any number of answers' },
        ]}
      />
      <LimitsSection view={view} />
      <AddressSection view={view} />
      <LanesSection view={view} />
    </>
  );
}

function Lead({ view: { link } }: { view: LinkView }) {
  return (
    <>
      Open since <When at={link.createdAt} zone="UTC" locale="en-GB" precision="minute" />
      {link.closedAt && (
        <>
          , closed <When at={link.closedAt} zone="UTC" locale="en-GB" precision="minute" />
        </>
      )}
      . Nobody knows how many people came by, so there is no response rate.
    </>
  );
}

const HEAD = [
  { label: 'Persona', plain: true },
  { label: 'Questions' },
  { label: 'Counted', numeric: true },
  { label: 'Held, waiting', numeric: true },
];

/** Persona by persona; no line for all of them. */
function LanesSection({ view: { lanes, slug } }: { view: LinkView }) {
  return (
    <Section
      title="What came in"
      lead="Self-declared answers stand in this wave only, and are never compared with people asked by name."
    >
      <DataTable
        caption="Answers of each persona through this link"
        captionHidden
        head={HEAD}
        rows={lanes.map(({ persona, survey, counted, waiting }) => ({
          key: persona.id,
          cells: [
            <PersonaName key="persona" {...laneIdentity(persona)} name={persona.plural} />,
            <Link key="survey" to={`/surveys/${survey.slug}`}>
              {survey.name}
            </Link>,
            counted === '0' ? (
              '0'
            ) : (
              <Link key="counted" to={`/results/${slug}/${persona.id}`}>
                {counted}
              </Link>
            ),
            waiting === 0 ? (
              '0'
            ) : (
              <Link key="waiting" to={`/answers/held?wave=${slug}&persona=${persona.id}`}>
                {waiting}
              </Link>
            ),
          ],
        }))}
      />
    </Section>
  );
}

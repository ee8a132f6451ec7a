import { Link, useLoaderData } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { When } from '#app/ui/time.tsx';
import type { loader } from './route.tsx';

const HEAD = [
  { label: 'Survey' },
  { label: 'For' },
  { label: 'Programme' },
  { label: 'Questions', numeric: true },
  { label: 'Published' },
  { label: 'Last changed' },
];

export function SurveysPage() {
  const { surveys, hasProgramme } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Surveys"
        lead="Questions for one persona each. What is published never changes; an edit becomes the next version."
        tools={surveys.length > 0 && <Tools />}
      />
      {surveys.length === 0 ? (
        <NoSurvey hasProgramme={hasProgramme} />
      ) : (
        <DataTable
          caption="All surveys, the newest first"
          captionHidden
          head={HEAD}
          rows={surveys.map(
            ({ slug, name, persona, programmeSlug, programmeName, questions, published, updatedAt }) => ({
              key: slug,
              cells: [
                <Link key="name" to={`/surveys/${slug}`}>
                  {name}
                </Link>,
                <PersonaName key="for" {...laneIdentity(persona)} name={persona.plural} />,
                <Link key="programme" to={`/programmes/${programmeSlug}`}>
                  {programmeName}
                </Link>,
                questions,
                published === null ? (
                  <span key="published" className="quiet">
                    Not yet
                  </span>
                ) : (
                  <Link key="published" to={`/surveys/${slug}/versions/${published}`}>
                    v{published}
                  </Link>
                ),
                <When key="changed" at={updatedAt} zone="UTC" locale="en-GB" />,
              ],
            }),
          )}
        />
      )}
    </>
  );
}

function Tools() {
  return (
    <>
      <ButtonLink variant="plain" to="/surveys/compare">
        Compare personas
      </ButtonLink>
      <ButtonLink variant="plain" to="/surveys/import">
        Bring one in
      </ButtonLink>
      <ButtonLink to="/surveys/new">New survey</ButtonLink>
    </>
  );
}

function NoSurvey({ hasProgramme }: { hasProgramme: boolean }) {
  const [to, label] = hasProgramme
    ? ['/surveys/new', 'Write the first survey']
    : ['/programmes/new', 'Start a programme'];
  return (
    <EmptyState
      title="No survey yet"
      action={
        <ButtonLink variant="primary" to={to}>
          {label}
        </ButtonLink>
      }
    >
      {hasProgramme
        ? 'A survey asks one persona. Choose whom, then write three questions.'
        : 'A survey serves a programme, which says why anybody is asked.'}
    </EmptyState>
  );
}

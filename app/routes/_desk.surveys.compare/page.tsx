import { Link, useLoaderData } from '@remix-run/react';
import { NoProgramme } from '#app/programme/no-programme.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { CompareTable } from './compare-table.tsx';
import type { loader } from './route.tsx';

export type ComparedView = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['compared']>;

export function CompareQuestionsPage() {
  const { programmes, compared } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        crumb={<Link to="/surveys">Surveys</Link>}
        title="What is asked of whom"
        lead="One programme, a column for each persona. A concept that two personas are asked is two questions; where their words differ is underlined."
      />
      {programmes.length > 1 && <ChooseProgramme />}
      {compared && compared.rows.length > 0 && <Compared view={compared} />}
      {compared && compared.rows.length === 0 && <NothingAsked view={compared} />}
      {programmes.length === 0 && <NoProgramme />}
    </>
  );
}

function ChooseProgramme() {
  const { programmes, compared } = useLoaderData<typeof loader>();
  const options = [{ value: '', label: 'Choose a programme' }, ...programmes];
  const value = compared?.programme.slug ?? '';
  return <FilterBar filters={[{ name: 'programme', label: 'Programme', options, value }]} />;
}

function Compared({ view }: { view: ComparedView }) {
  const shared = view.rows.filter(({ personas }) => personas > 1);
  const single = view.rows.filter(({ personas }) => personas === 1);
  return (
    <>
      {shared.length > 0 && (
        <Section title="Asked of several personas">
          <CompareTable caption="Concepts that several personas are asked" view={view} rows={shared} />
        </Section>
      )}
      {single.length > 0 && (
        <Section title="Asked of one persona">
          <CompareTable caption="Concepts that one persona is asked" view={view} rows={single} />
        </Section>
      )}
    </>
  );
}

function NothingAsked({ view: { programme } }: { view: ComparedView }) {
  if (programme.origin === 'imported')
    return (
      <EmptyState title={`${programme.name} was asked elsewhere`}>
        Its questions came with its answers. They are not written here.
      </EmptyState>
    );
  return (
    <EmptyState
      title={`${programme.name} asks nobody anything yet`}
      action={
        <ButtonLink variant="primary" to={`/surveys/new?programme=${programme.slug}`}>
          Write the first survey
        </ButtonLink>
      }
    >
      Once two personas are asked, their questions stand here side by side.
    </EmptyState>
  );
}

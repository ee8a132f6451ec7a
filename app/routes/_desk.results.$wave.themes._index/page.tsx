import { Link, useLoaderData } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { inSentence } from '#app/persona/persona.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { PersonaTabs } from '#app/ui/tabs.tsx';
import { PersonaLists } from './persona-lists.tsx';
import type { loader } from './route.tsx';
import { ThemeGrid } from './theme-grid.tsx';

export type WaveThemesView = ReturnType<typeof useLoaderData<typeof loader>>;

/** Who raised what: personas side by side, and no theme that is the first of all. */
export function WaveThemesPage() {
  const view = useLoaderData<typeof loader>();
  const { wave, slug, lanes, sortedFor, hasThemes } = view;
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to={`/results?wave=${slug}`}>Results</Link>
            <span>
              {wave.name}, {wave.programmeName}
            </span>
          </>
        }
        tools={view.mayTag ? <Link to={`/answers/tag?wave=${slug}`}>Tag comments</Link> : undefined}
        title="Who raised what"
        lead="People who raised a theme, each once, of those heard of their persona."
      />
      <PersonaTabs
        tabs={lanes.map(({ persona }) => ({
          ...laneIdentity(persona),
          to: `/results/${slug}/themes?persona=${persona.id}`,
          name: persona.plural,
          current: persona.id === sortedFor,
        }))}
      />
      {hasThemes ? <Themes view={view} /> : <NoThemes view={view} />}
    </>
  );
}

function Themes({ view }: { view: WaveThemesView }) {
  const { sortedFor, wantsOverall, lanes } = view;
  const persona = lanes.find((lane) => lane.persona.id === sortedFor)?.persona;
  if (persona)
    return (
      <>
        <p className="small quiet after">
          In the order of the {inSentence(persona.plural)}. Choose another persona to see theirs.
        </p>
        <ThemeGrid view={view} />
      </>
    );
  if (!wantsOverall) return <PersonaLists view={view} />;
  return (
    <Notice
      heading="There are no top themes overall."
      sentence="Many of one persona would drown the few of another. Here is the list of each."
    >
      <PersonaLists view={view} />
    </Notice>
  );
}

function NoThemes({ view: { mayTag, slug } }: { view: WaveThemesView }) {
  return (
    <EmptyState
      title="No theme yet"
      action={
        mayTag ? (
          <ButtonLink variant="primary" to={`/answers/tag?wave=${slug}`}>
            Tag comments
          </ButtonLink>
        ) : (
          <Link to={`/results?wave=${slug}`}>Back to the results</Link>
        )
      }
    >
      {mayTag
        ? 'Read what people wrote, persona by persona, and tag what it is about.'
        : 'The team has sorted no comments by what they are about.'}
    </EmptyState>
  );
}

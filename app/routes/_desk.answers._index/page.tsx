import { Link, useLoaderData } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { inSentence } from '#app/persona/persona.ts';
import { formatComments } from '#app/results/display.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { PersonaTabs } from '#app/ui/tabs.tsx';
import { AnswerLine } from './answer-line.tsx';
import type { loader } from './route.tsx';

type AnswersView = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['page']>;

/** What people answered, one persona of one wave at a time. */
export function AnswersPage() {
  const { page, unplaced, held } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Answers"
        lead={page ? `“${page.asked}”` : 'What people answered, one persona of one wave at a time.'}
        tools={
          <>
            <Link to="/answers/held">Held ({held})</Link>
            <Link to="/answers/unplaced">Unplaced ({unplaced})</Link>
            <Link to="/answers/import">Import past answers</Link>
            <Link to="/answers/themes">Themes</Link>
          </>
        }
      />
      {page ? <Answers page={page} /> : <NoAnswers unplaced={unplaced} />}
    </>
  );
}

function Answers({ page }: { page: AnswersView }) {
  const { slug, persona, personas, search, waves, answers } = page;
  const to = (personaId: string) => `?${new URLSearchParams({ wave: slug, persona: personaId })}`;
  const here = { wave: slug, persona: persona.id, q: search, theme: page.theme };
  const from = (before: string) => `?${new URLSearchParams({ ...here, before })}`;
  return (
    <>
      <PersonaTabs
        tabs={personas.map((one) => ({
          ...laneIdentity(one),
          to: `/answers${to(one.id)}`,
          name: one.plural,
          current: one.id === persona.id,
        }))}
      />
      <div className="after">
        <FilterBar
          search={{ name: 'q', label: 'Words', value: search }}
          filters={[
            { name: 'wave', label: 'Wave', value: slug, options: waves },
            ...(page.themes.length > 0 ? [themeFilter(page)] : []),
          ]}
          keep={{ persona: persona.id }}
          {...(search || page.theme ? { clearTo: to(persona.id) } : {})}
        />
      </div>
      <p className="small quiet">
        {standing(page)}
        {page.texts > 0 && (
          <>
            {' '}
            <Link to={`/answers/tag${to(persona.id)}`}>Tag them by what they are about</Link>
          </>
        )}
        {page.held > 0 && (
          <>
            {' '}
            <Link to={`/answers/held${to(persona.id)}`}>{page.held} held, not counted</Link>
          </>
        )}
      </p>
      <ul className="verbatims">
        {answers.map((answer) => (
          <AnswerLine key={`${answer.responseId} ${answer.words}`} answer={answer} base={persona.base} />
        ))}
      </ul>
      <Pager
        label="Answers"
        previous={page.isPaged ? `?${new URLSearchParams(here)}` : null}
        next={page.older ? from(page.older) : null}
      />
    </>
  );
}

function themeFilter({ theme, themes }: AnswersView) {
  return { name: 'theme', label: 'Theme', value: theme, options: [{ value: '', label: 'Any' }, ...themes] };
}

/** How many answered and wrote, and why less is shown than there is. */
function standing(view: AnswersView): string {
  const { people, peopleTold, texts, persona, search, theme, answers, isAttributed } = view;
  const who = inSentence(people === 1 ? persona.name : persona.plural);
  const heard = isAttributed
    ? `${people} ${who} answered, ${formatComments(texts)}.`
    : `${persona.plural} who answered: ${peopleTold}; ${formatComments(texts)}.`;
  if (!isAttributed && answers.length === 0 && texts > 0 && (search || theme))
    return `${heard} They answered in confidence: a part of the comments shows only where enough people wrote it, and enough wrote the rest.`;
  if (isAttributed && search && answers.length === 0) return `${heard} None holds “${search}”.`;
  if (isAttributed && theme && answers.length === 0) return `${heard} None raises this theme.`;
  if (!isAttributed && answers.length === 0)
    return `${heard} They answered in confidence: comments show once enough people wrote, and in batches.`;
  if (!isAttributed)
    return `${heard} They answered in confidence: comments stand without name, account and score.`;
  return heard;
}

function NoAnswers({ unplaced }: { unplaced: number }) {
  return (
    <EmptyState
      title={unplaced > 0 ? 'No answer has a persona yet' : 'No answers yet'}
      action={
        unplaced > 0 ? (
          <ButtonLink variant="primary" to="/answers/unplaced">
            Place the {unplaced} unplaced
          </ButtonLink>
        ) : (
          <>
            <ButtonLink variant="primary" to="/sends">
              Go to the sends
            </ButtonLink>
            <Link to="/answers/import">Import past answers</Link>
          </>
        )
      }
    >
      Answers arrive from a send, or from a file of answers that were given elsewhere.
    </EmptyState>
  );
}

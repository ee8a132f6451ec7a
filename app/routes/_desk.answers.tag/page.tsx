import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { inSentence } from '#app/persona/persona.ts';
import { COMMENTS_COUNTED, formatComments } from '#app/results/display.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { PersonaTabs } from '#app/ui/tabs.tsx';
import { LaneFields } from './lane-fields.tsx';
import type { action, loader } from './route.tsx';
import { TagForm } from './tag-form.tsx';

export type TaggingView = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['page']>;
export type Refused = ReturnType<typeof useActionData<typeof action>>;

/** What one persona wrote, to be sorted by what it is about. */
export function TaggingPage() {
  const { page, did } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        crumb={<Link to="/answers">Answers</Link>}
        title="What comments are about"
        lead="Tick the comments that raise a theme. Each person counts once for a theme, within their persona."
        tools={<Link to="/answers/themes">All themes</Link>}
      />
      {did && !refused && (
        <p className="said" role="status">
          {sayDone(did)}
        </p>
      )}
      {page ? <Tagging page={page} refused={refused} /> : <NothingYet />}
    </>
  );
}

/** The form that small buttons belong to wherever they stand, so that Enter among the comments never presses one. */
const SETTLE = 'settle';

const DONE: Record<string, (count: number) => string> = {
  tagged: (count) => `Tagged ${count === 1 ? 'one comment' : `${count} comments`}.`,
  confirm: (count) => (count === 1 ? 'Confirmed: it counts.' : `Confirmed ${count}: they count.`),
  remove: (count) => (count === 0 ? 'It was gone already.' : 'Taken away.'),
  suggested: (count) =>
    count === 0
      ? 'Nothing new to suggest. Tag a few more by hand: suggestions learn from what you confirm.'
      : `Suggested ${count}. None counts until you confirm it.`,
};

function sayDone(did: string): string | null {
  const [what = '', count] = did.split('-');
  return DONE[what]?.(Number(count) || 0) ?? null;
}

function Tagging({ page, refused }: { page: TaggingView; refused: Refused }) {
  const { slug, persona, personas, filter, isPaged, older } = page;
  const to = (more: Record<string, string>) => `?${new URLSearchParams({ wave: slug, ...more })}`;
  const here = { persona: persona.id, ...filter };
  return (
    <>
      <PersonaTabs
        tabs={personas.map((one) => ({
          ...laneIdentity(one),
          to: `/answers/tag${to({ persona: one.id })}`,
          name: one.plural,
          current: one.id === persona.id,
        }))}
      />
      <div className="after">
        <Filters page={page} clearTo={to({ persona: persona.id })} />
      </div>
      <Standing page={page} />
      {page.texts.length > 0 && <TagForm page={page} refused={refused} settle={SETTLE} />}
      <Form method="post" id={SETTLE} preventScrollReset>
        <LaneFields page={page} />
      </Form>
      <Pager
        label="Comments"
        previous={isPaged ? to(here) : null}
        next={older ? to({ ...here, before: older }) : null}
      />
    </>
  );
}

const SORTED = [
  { value: '', label: 'All comments' },
  { value: 'not_yet', label: 'Without a theme' },
  { value: 'suggested', label: 'With a suggestion' },
];

function Filters({ page, clearTo }: { page: TaggingView; clearTo: string }) {
  const { slug, persona, waves, themes, filter } = page;
  const all = [{ value: '', label: 'Any' }, ...themes];
  return (
    <FilterBar
      search={{ name: 'q', label: 'Words', value: filter.q }}
      filters={[
        { name: 'wave', label: 'Wave', value: slug, options: waves },
        { name: 'theme', label: 'Theme', value: filter.theme, options: all },
        { name: 'sorted', label: 'Which', value: filter.sorted, options: SORTED },
      ]}
      keep={{ persona: persona.id }}
      {...(Object.values(filter).some(Boolean) ? { clearTo } : {})}
    />
  );
}

function Standing({ page }: { page: TaggingView }) {
  const { counts, isWithheld, persona, texts, filter, slug } = page;
  const who = inSentence(persona.plural);
  const isNarrow = Object.values(filter).some(Boolean);
  return (
    <>
      <p className="small quiet">
        {isWithheld && isNarrow
          ? `These ${who} answered in confidence. A part of their comments shows only where enough people wrote it, and enough wrote the rest.`
          : isWithheld
            ? `These ${who} answered in confidence: comments show once enough people wrote.`
            : `${formatComments(counts.all)} of ${who}: ${counted(counts.notYet)} without a theme, ${counted(counts.suggested)} with a suggestion.`}
        {!isWithheld && texts.length === 0 && isNarrow && ' None is left by this.'}
      </p>
      {!isWithheld && counts.all > 0 && (
        <p className="cluster">
          <Button variant="tiny" form={SETTLE} name="intent" value="suggest">
            Suggest themes
          </Button>
          <Link className="small" to={`/results/${slug}/themes?persona=${persona.id}`}>
            Who raised what
          </Link>
        </p>
      )}
    </>
  );
}

function counted(comments: number): string {
  return comments > COMMENTS_COUNTED ? `more than ${COMMENTS_COUNTED}` : String(comments);
}

function NothingYet() {
  return (
    <EmptyState
      title="No answers yet"
      action={
        <ButtonLink variant="primary" to="/sends">
          Go to the sends
        </ButtonLink>
      }
    >
      Comments stand here once somebody answered, persona by persona.
    </EmptyState>
  );
}

import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { inSentence } from '#app/persona/persona.ts';
import { formatCount, formatList } from '#app/results/display.ts';
import { TrademarkNote } from '#app/results/trademark-note.tsx';
import { Button } from '#app/ui/button.tsx';
import { TextArea } from '#app/ui/control.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field } from '#app/ui/field.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { Lanes } from '#app/ui/lane.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { When } from '#app/ui/time.tsx';
import { OverviewLane } from './overview-lane.tsx';
import { OverviewTable } from './overview-table.tsx';
import type { action, loader } from './route.tsx';

export type View = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['view']>;

export function OverviewPage() {
  const { view, mayWrite } = useLoaderData<typeof loader>();
  if (!view) return <NothingYet mayWrite={mayWrite} />;
  const { wave, lanes, choices, slug } = view;
  return (
    <>
      <PageHead
        crumb={<WaveCrumb wave={wave} />}
        title={wave.headline ?? `${wave.name}, by persona`}
        lead={heardLead(lanes)}
      />
      {choices.length > 1 && (
        <FilterBar filters={[{ name: 'wave', label: 'Wave', options: choices, value: slug }]} />
      )}
      <Lanes
        title={`${wave.name} by persona`}
        changeHead="Since the wave before, and the rule set before asking"
        explainTo="/docs/orples"
      >
        {lanes.map((lane) => (
          <OverviewLane key={lane.persona.id} lane={lane} />
        ))}
      </Lanes>
      <OverviewTable view={view} />
      {mayWrite && <HeadlineForm slug={slug} headline={wave.headline} />}
      <TrademarkNote by={wave.headlineBy} />
    </>
  );
}

function WaveCrumb({ wave }: { wave: View['wave'] }) {
  return (
    <>
      <span>Programme: {wave.programmeName}</span>
      <span>
        {wave.name},{' '}
        {wave.closedAt === null ? (
          'answers still come in'
        ) : (
          <>
            closed <When at={wave.closedAt} zone="UTC" locale="en-GB" />
          </>
        )}
      </span>
    </>
  );
}

/** "Heard: 41 end-users, 10 influencers and 10 buyers." Counting people is free; it never becomes a rate. */
function heardLead(lanes: View['lanes']): string {
  const heard = lanes.map(({ heard: people, heardTold, persona }) =>
    heardTold === String(people)
      ? formatCount(people, inSentence(persona.name), inSentence(persona.plural))
      : `${inSentence(persona.plural)} (${heardTold})`,
  );
  return `Heard: ${formatList(heard)}.`;
}

function HeadlineForm({ slug, headline }: { slug: string; headline: string | null }) {
  const answer = useActionData<typeof action>();
  return (
    <Form method="post" className="section measure stack-2 no-print">
      <input type="hidden" name="wave" value={slug} />
      <Field
        label="The sentence at the top"
        help="What you found, in one sentence of your own. It is shown with your name. Empty takes it back."
        error={answer?.fault}
      >
        <TextArea name="headline" rows={2} defaultValue={answer?.typed ?? headline ?? ''} />
      </Field>
      <Button>Put it at the top</Button>
    </Form>
  );
}

function NothingYet({ mayWrite }: { mayWrite: boolean }) {
  return (
    <>
      <PageHead title="Overview" lead="One lane per persona, never a total." />
      <EmptyState
        title="Nobody has been asked yet."
        action={
          mayWrite ? (
            <Link className="button primary" to="/people/import">
              Import people
            </Link>
          ) : undefined
        }
      >
        {mayWrite
          ? 'Bring in your people from a CSV, write down what you need to know, and send the first wave.'
          : 'The first wave shows here as soon as your team has sent it.'}
      </EmptyState>
    </>
  );
}

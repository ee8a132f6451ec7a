import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { ApartSection } from '#app/overview/committees/apart-section.tsx';
import { SilentSection } from '#app/overview/committees/silent-section.tsx';
import { CompareSection } from '#app/overview/compare/compare-section.tsx';
import { OverdueSection } from '#app/overview/overdue/overdue-section.tsx';
import { glanceOf } from '#app/overview/page/glance.ts';
import { GlanceView } from '#app/overview/page/glance-view.tsx';
import { heardLead } from '#app/overview/page/lane-view.ts';
import { OverviewLane } from '#app/overview/page/overview-lane.tsx';
import { OverviewTable } from '#app/overview/page/overview-table.tsx';
import { TrademarkNote } from '#app/results/trademark-note.tsx';
import { Button } from '#app/ui/button.tsx';
import { TextArea } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { Lanes } from '#app/ui/lane.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { When } from '#app/ui/time.tsx';
import { NoComparison, NothingYet } from './nothing-yet.tsx';
import type { action, loader } from './route.tsx';
import { PageTools } from './tools.tsx';

export type View = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['view']>;

export function OverviewPage() {
  const { view, apart, next, mayWrite } = useLoaderData<typeof loader>();
  if (apart !== null) return <NoComparison message={apart} />;
  if (!view) return <NothingYet next={next} />;
  const { page, slug, pages } = view;
  const { wave, lanes, judged, against, committees, overdue } = page;
  return (
    <>
      <PageHead
        crumb={<WaveCrumb wave={wave} />}
        title={wave.headline ?? `${wave.name}, by persona`}
        tools={<PageTools view={view} mayWrite={mayWrite} />}
      />
      <GlanceView
        glance={glanceOf({ lanes, silent: committees.silent, overdue, isOpen: wave.closedAt === null })}
      />
      <WaveFilters view={view} />
      <p className="heard-lead small quiet">{heardLead(lanes)}</p>
      <Lanes
        title={`${wave.name} by persona`}
        changeHead={`Since ${against ? against.name : 'the wave before'}, and the rule set before asking`}
        explainTo={`/overview/no-total${view.query}`}
      >
        {lanes.map((lane) => (
          <OverviewLane
            isCompared={against !== null}
            key={lane.persona.id}
            lane={lane}
            to={pages[lane.persona.id]}
            isOpen={wave.closedAt === null}
          />
        ))}
      </Lanes>
      {judged && <p className="note no-print">{judged}</p>}
      <OverviewTable waveName={wave.name} lanes={lanes} />
      {against && (
        <div className="no-print">
          <CompareSection earlier={against.name} later={wave.name} lanes={lanes} />
        </div>
      )}
      <ApartSection committees={committees} />
      <div className="two">
        <SilentSection silent={committees.silent} />
        <OverdueSection overdue={overdue} {...(mayWrite && { moreTo: '/follow-ups?whose=team' })} />
      </div>
      {mayWrite && <HeadlineForm slug={slug} headline={wave.headline} />}
      <TrademarkNote by={wave.headlineBy} />
    </>
  );
}

function WaveFilters({ view: { choices, withChoices, slug, withSlug } }: { view: View }) {
  if (choices.length < 2) return null;
  const filters = [{ name: 'wave', label: 'Wave', options: choices, value: slug }];
  if (withChoices.length > 0)
    filters.push({
      name: 'with',
      label: 'Compared with',
      options: [{ value: '', label: 'The wave before' }, ...withChoices],
      value: withSlug,
    });
  return <FilterBar filters={filters} />;
}

function WaveCrumb({ wave }: { wave: View['page']['wave'] }) {
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

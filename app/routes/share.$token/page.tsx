import { useLoaderData } from '@remix-run/react';
import { CompareSection } from '#app/overview/compare/compare-section.tsx';
import { heardLead } from '#app/overview/page/lane-view.ts';
import { OverviewLane } from '#app/overview/page/overview-lane.tsx';
import { OverviewTable } from '#app/overview/page/overview-table.tsx';
import { SHARED_ANSWERS } from '#app/overview/share/share.ts';
import { TrademarkNote } from '#app/results/trademark-note.tsx';
import { Lanes } from '#app/ui/lane.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { When } from '#app/ui/time.tsx';
import type { loader } from './route.tsx';

/** The executive's page for somebody outside: the same lanes, and no way further in. */
export function SharedOverviewPage() {
  const { workspaceName, wave, againstName, lanes, expiresAt } = useLoaderData<typeof loader>();
  return (
    <main className="shared-overview" id="main">
      <PageHead
        crumb={
          <>
            <span>{workspaceName}</span>
            <span>Programme: {wave.programmeName}</span>
            <span>
              {wave.name}
              {wave.closedAt === null ? ', answers still come in' : ''}
            </span>
          </>
        }
        title={wave.headline ?? `${wave.name}, by persona`}
        lead={heardLead(lanes)}
      />
      <Lanes
        title={`${wave.name} by persona`}
        changeHead={`Since ${againstName ?? 'the wave before'}, and the rule set before asking`}
        explainTo="/docs/orples"
      >
        {lanes.map((lane) => (
          <OverviewLane
            key={lane.persona.id}
            lane={lane}
            isOpen={wave.closedAt === null}
            isCompared={againstName !== null}
          />
        ))}
      </Lanes>
      <OverviewTable waveName={wave.name} lanes={lanes} />
      {againstName && (
        <div className="no-print">
          <CompareSection earlier={againstName} later={wave.name} lanes={lanes} />
        </div>
      )}
      <p className="section small">
        A shared page shows a figure from {SHARED_ANSWERS} answers on. It can be opened until{' '}
        <When at={expiresAt} zone="UTC" locale="en-GB" precision="minute" />.
      </p>
      <TrademarkNote />
    </main>
  );
}

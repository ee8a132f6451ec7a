import { Link, useLoaderData } from '@remix-run/react';
import { ApartSection } from '#app/committee/picture/apart-section.tsx';
import { HistorySection } from '#app/committee/picture/history-section.tsx';
import { OwnWords } from '#app/committee/picture/own-words.tsx';
import { PatternLine } from '#app/committee/picture/pattern-line.tsx';
import { coverageWords, missingIn, trunkWords } from '#app/committee/picture/pattern-words.ts';
import { SeatsOverTime } from '#app/committee/picture/seats-over-time.tsx';
import { TrunkView } from '#app/committee/picture/trunk-view.tsx';
import { OpenFollowUps } from '#app/followup/open-follow-ups.tsx';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Day } from '#app/ui/day.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { Glyph } from '#app/ui/glyph.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { PromisedHere } from './promised-here.tsx';
import type { loader } from './route.tsx';

export type CommitteeView = ReturnType<typeof useLoaderData<typeof loader>>;

/** Committee view: one account, every role, as a picture. No number on it stands for the account. */
export function CommitteePage() {
  const view = useLoaderData<typeof loader>();
  const { committee, isDesk } = view;
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to={view.wave ? `/committees?wave=${view.wave}` : '/committees'}>Committees</Link>
            <span>Committee view: one account, every role</span>
          </>
        }
        tools={<Tools view={view} />}
        title={<Title view={view} />}
        lead={<Lead view={view} />}
      />
      {committee.isTold && !committee.trunk && committee.stances.length > 0 && (
        <PatternLine committee={committee} />
      )}
      <TrunkView committee={committee} />
      {view.waves.length > 1 && view.wave && (
        <FilterBar filters={[{ name: 'wave', label: 'Wave', options: view.waves, value: view.wave }]} />
      )}
      <SeatsOverTime view={view} />
      <ApartSection gaps={committee.gaps} />
      <OwnWords committee={committee} />
      {isDesk ? (
        <OpenFollowUps lines={view.followUps} newTo={`/follow-ups/new?account=${view.slug}`} now={view.now} />
      ) : (
        <PromisedHere lines={view.followUps} now={view.now} />
      )}
      <HistorySection history={committee.history} />
    </>
  );
}

function Tools({ view: { wave, slug, isDesk } }: { view: CommitteeView }) {
  return (
    <>
      {wave && <Link to={`/results?wave=${wave}&account=${slug}`}>See one persona</Link>}
      {isDesk && <Link to={`/accounts/${slug}`}>Look after its people</Link>}
      <Link to="/docs/committee-view">How to read this</Link>
    </>
  );
}

/** With one persona heard the title is of that persona, so that nobody takes it for the account. */
function Title({ view: { committee } }: { view: CommitteeView }) {
  const { trunk, account } = committee;
  if (!trunk) return account.name;
  return (
    <span className="persona">
      <Glyph {...laneIdentity(trunk.persona)} size={24} /> {trunk.persona.plural} at {account.name}
    </span>
  );
}

function Lead({ view: { committee } }: { view: CommitteeView }) {
  const { account, wave, isTold, trunk } = committee;
  const coverage = coverageWords(committee);
  return (
    <>
      {wave === null && 'Nobody here was asked yet. These are the seats. '}
      {wave && !isTold && `${wave.name} was answered in confidence, so who was heard is not told. `}
      {trunk && `${trunkWords(trunk, account.name, missingIn(committee))} `}
      {coverage && !trunk && `${coverage} `}
      {account.renewalOn && (
        <>
          Renews on <Day day={account.renewalOn} />.
        </>
      )}
    </>
  );
}

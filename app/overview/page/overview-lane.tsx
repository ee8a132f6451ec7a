import { Link } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { capital } from '#app/results/display.ts';
import { FigureHead, FigureHistogram, FigureLine, HeardOf, VERDICTS } from '#app/results/figure-view.tsx';
import { HELD_AGAINST_NEITHER } from '#app/results/purpose-verdict.ts';
import { PersonaName } from '#app/ui/glyph.tsx';
import { KeptList } from '#app/ui/kept-list.tsx';
import { Lane, NotHeardLane } from '#app/ui/lane.tsx';
import { Quote } from '#app/ui/quote.tsx';
import { StateMark } from '#app/ui/state-mark.tsx';
import type { KeptWords } from '../kept/kept.ts';
import type { LaneView, SaidView } from './lane-view.ts';

interface OverviewLaneProps {
  lane: LaneView;
  /** Where this persona stands in full; missing where the reader may not go there. */
  to?: string;
  /** Answers still come in, so that who is silent may yet be heard. */
  isOpen?: boolean;
  /** It stands beside another wave: on paper what was said then stands in the lane, for a table of it would take a page of its own. */
  isCompared?: boolean;
}

/** One persona's lane: numbers above, its own words and what was promised below. */
export function OverviewLane({ lane, to, isOpen = false, isCompared = false }: OverviewLaneProps) {
  const { figure, persona, kept, said } = lane;
  if (lane.heard === 0 && !lane.isQuiet) return <Silent lane={lane} isOpen={isOpen} />;
  if (!figure) return <WithoutScore lane={lane} to={to} />;
  return (
    <Lane
      {...laneIdentity(persona)}
      name={persona.plural}
      heard={<HeardOf figure={figure} />}
      figure={
        to ? (
          <Link className="plain-link" to={to}>
            <FigureHead figure={figure} />
            <span className="vh">{persona.plural} in full</span>
          </Link>
        ) : (
          <>
            <FigureHead figure={figure} />
            <span className="vh">{persona.plural}</span>
          </>
        )
      }
      line={<FigureLine figure={figure} />}
      histogram={<FigureHistogram figure={figure} />}
      change={<Change lane={lane} isCompared={isCompared} />}
      said={said ? <Quote by={<Signature by={said.by} />}>{said.words}</Quote> : undefined}
      kept={kept ? <KeptList promised={kept.promised} done={<Done kept={kept} />} /> : undefined}
    />
  );
}

/** What is owed past its day leads: it is what somebody should act on. */
function Done({ kept: { overdue, done } }: { kept: KeptWords }) {
  return (
    <>
      {overdue && (
        <>
          <b>{overdue}</b>{' '}
        </>
      )}
      {done.join(' ')}
      {!overdue && done.length === 0 && 'Nothing yet.'}
    </>
  );
}

function Change({
  lane: { since, rule, ruling, figure },
  isCompared,
}: {
  lane: LaneView;
  isCompared: boolean;
}) {
  return (
    <>
      <p className="small">
        {since ? <Comparison words={capital(since.words)} /> : 'The first wave: nothing to compare with.'}
      </p>
      {isCompared && since && (
        <p className="note only-print">
          {since.earlierName}: {since.from}
        </p>
      )}
      {rule?.isRule && (
        <p>
          <StateMark verdict={VERDICTS[ruling]} />
        </p>
      )}
      {rule && <p className="note">{rule.words}</p>}
      {rule?.isRule && figure?.dominance.apart != null && <p className="note">{HELD_AGAINST_NEITHER}</p>}
    </>
  );
}

/** What it comes to stands out from the numbers behind it, which follow in brackets. */
function Comparison({ words }: { words: string }) {
  const [verdict = words, ...numbers] = words.split(/(?= \()/);
  return (
    <>
      <b>{verdict}</b>
      {numbers.join('')}
    </>
  );
}

/** Heard, but asked nothing on 0 to 10: what they said stands on their own page. */
function WithoutScore({ lane: { persona, heardTold, known, withheld }, to }: OverviewLaneProps) {
  return (
    <section className="lane sub">
      <h3>
        <PersonaName {...laneIdentity(persona)} name={persona.plural} />
      </h3>
      <p className="wide small">
        {known === null ? `Heard: ${heardTold}.` : `Heard: ${heardTold}, of ${known}.`}{' '}
        {withheld ?? 'They were not asked for a number from 0 to 10.'}{' '}
        {to && <Link to={to}>What they answered</Link>}
      </p>
    </section>
  );
}

/** Seats drawn up to here; beyond it the count says it. */
const DRAWN = 12;

function Silent({ lane: { persona, known, invited }, isOpen }: { lane: LaneView; isOpen: boolean }) {
  const seats = Array.from({ length: Math.min(invited ?? known ?? 0, DRAWN) }, () => 'outline' as const);
  const of = known === null ? 'Nobody answered.' : `0 of ${known} heard.`;
  return (
    <NotHeardLane {...laneIdentity(persona)} name={persona.plural} seats={seats}>
      {of} {invited ? askedWords(invited, isOpen) : 'Nobody was asked.'}
    </NotHeardLane>
  );
}

function askedWords(invited: number, isOpen: boolean): string {
  const who = invited === 1 ? '1 was asked' : `${invited} were asked`;
  return isOpen ? `${who}; answers still come in.` : `${who} and stayed silent.`;
}

function Signature({ by: { name, title, account } }: { by: SaidView['by'] }) {
  if (!name && !title && !account) return <>Answered in confidence</>;
  const who = [name, title].filter(Boolean).join(', ');
  return (
    <>
      {who && <bdi>{who}</bdi>}
      {who && account && ' at '}
      {account && <bdi>{account}</bdi>}
    </>
  );
}

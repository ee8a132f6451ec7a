import { Link } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { FigureHead, FigureHistogram, FigureLine, HeardOf, VERDICTS } from '#app/results/figure-view.tsx';
import { Day } from '#app/ui/day.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { KeptList } from '#app/ui/kept-list.tsx';
import { Lane, NotHeardLane } from '#app/ui/lane.tsx';
import { Quote } from '#app/ui/quote.tsx';
import { StateMark } from '#app/ui/state-mark.tsx';
import type { View } from './page.tsx';

type LaneView = View['lanes'][number];

/** One persona's lane: numbers above, its own words and what was promised below. */
export function OverviewLane({ lane }: { lane: LaneView }) {
  const { figure, persona, purpose, said, to } = lane;
  if (lane.heard === 0 && !lane.isQuiet) return <Silent lane={lane} />;
  if (!figure) return <WithoutScore lane={lane} />;
  return (
    <Lane
      {...laneIdentity(persona)}
      name={persona.plural}
      heard={<HeardOf figure={figure} />}
      figure={
        <Link className="plain-link" to={to}>
          <FigureHead figure={figure} />
          <span className="vh">{persona.plural} in full</span>
        </Link>
      }
      line={<FigureLine figure={figure} />}
      histogram={<FigureHistogram figure={figure} />}
      change={<Change lane={lane} />}
      said={said ? <Quote by={<Signature by={said.by} />}>{said.words}</Quote> : undefined}
      kept={
        purpose ? (
          <KeptList
            promised={purpose.promise}
            done={
              <>
                Not told yet: promised by <Day day={purpose.promiseOn} />
              </>
            }
          />
        ) : undefined
      }
    />
  );
}

function Change({ lane: { since, purpose, ruling } }: { lane: LaneView }) {
  return (
    <>
      <p className="small">
        {since ? <Comparison words={capital(since.words)} /> : 'The first wave: nothing to compare with.'}
      </p>
      {purpose?.rule && (
        <p>
          <StateMark verdict={VERDICTS[ruling]} />
        </p>
      )}
      {purpose && <p className="note">{purpose.changeRule}</p>}
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
function WithoutScore({ lane: { persona, heardTold, known, to } }: { lane: LaneView }) {
  return (
    <section className="lane sub">
      <h3>
        <PersonaName {...laneIdentity(persona)} name={persona.plural} />
      </h3>
      <p className="wide small">
        {known === null ? `Heard: ${heardTold}.` : `Heard: ${heardTold}, of ${known}.`} They were not asked
        for a number from 0 to 10. <Link to={to}>What they answered</Link>
      </p>
    </section>
  );
}

/** Seats drawn up to here; beyond it the count says it. */
const DRAWN = 12;

function Silent({ lane: { persona, known, invited } }: { lane: LaneView }) {
  const seats = Array.from({ length: Math.min(invited ?? known ?? 0, DRAWN) }, () => 'outline' as const);
  const of = known === null ? 'Nobody answered.' : `0 of ${known} heard.`;
  return (
    <NotHeardLane {...laneIdentity(persona)} name={persona.plural} seats={seats}>
      {of} {invited ? `${invited} were asked and stayed silent.` : 'Nobody was asked.'}
    </NotHeardLane>
  );
}

function Signature({ by: { name, title, account } }: { by: NonNullable<LaneView['said']>['by'] }) {
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

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

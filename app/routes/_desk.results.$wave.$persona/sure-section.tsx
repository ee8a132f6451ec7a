import { Link } from '@remix-run/react';
import { inSentence } from '#app/persona/persona.ts';
import { formatShare, formatTimes } from '#app/results/display.ts';
import { unreadWords } from '#app/results/each.ts';
import { formatEvenness } from '#app/results/frame/representation.ts';
import { formatShares } from '#app/results/sure/sure.ts';
import { wordsAmong } from '#app/results/together.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Section } from '#app/ui/section.tsx';
import { addressOf } from './address.ts';
import type { PersonaView } from './page.tsx';

/** What could still change the figure, what it is made of, and what a next asking would need. */
export function SureSection({ view }: { view: PersonaView }) {
  const { sure, together } = view;
  const unread = unreadWords(view.unread);
  if (!sure && !view.halves && !together.words && unread.length === 0) return null;
  return (
    <Section
      id="sure"
      title="How sure are we"
      lead={<Link to="/docs/how-sure-are-we">What these words rest on</Link>}
    >
      <div className="two">
        <div className="stack">
          {sure?.tipping && <p>{sure.tipping.words}</p>}
          {sure?.odds && <p>{sure.odds.words}</p>}
          <ByChance view={view} />
          <Later view={view} />
          {together.words && <p className="note">{together.words}</p>}
          <Shares view={view} />
        </div>
        <div className="stack">
          <Needed view={view} />
        </div>
      </div>
      <Alike view={view} />
      {unread.map((words) => (
        <p key={words} className="note">
          {words}
        </p>
      ))}
      {view.unread.onDemand.length > 0 && (
        <p className="small no-print">
          <Link to={`?${addressOf(view, { read: 'each' })}#sure`}>Read them one by one</Link>
        </p>
      )}
    </Section>
  );
}

function ByChance({ view: { since } }: { view: PersonaView }) {
  if (since?.kind !== 'difference' || since.p === null) return null;
  return (
    <p>
      Had nothing changed, scores as far apart as those of the two waves would come up {formatTimes(since.p)}
      {since.pMethod === 'permutation' ? ', over all ways to deal these answers to two waves.' : '.'}
    </p>
  );
}

/** Which way of counting the two parts are held apart by; empty where they are not. */
function countedBy(against: NonNullable<PersonaView['halves']>['against']): string {
  return against.kind === 'against' ? `, each ${against.basis} counted once` : '';
}

function Later({ view: { halves, together } }: { view: PersonaView }) {
  if (!halves) return null;
  return (
    <p>
      Whoever answers late is more like the silent. The later half ({halves.later.n}) against the earlier (
      {halves.earlier.n}){countedBy(halves.against)}: {wordsAmong('halves', halves.against.words, together)}.
    </p>
  );
}

function Needed({ view: { sure, persona } }: { view: PersonaView }) {
  if (!sure) return null;
  const { words, change } = sure.needed;
  return (
    <>
      <h3>Answers a next asking needs</h3>
      <p>
        {words} To find a change of {change.points} points, {change.answersPerWave}{' '}
        {inSentence(persona.plural)} in each of two waves, where there are so many.
      </p>
    </>
  );
}

const SHARES_HEAD = [
  { label: 'Answered' },
  { label: 'People', numeric: true },
  { label: 'Share', numeric: true },
  { label: 'Between', numeric: true },
];

function Shares({ view: { sure, persona } }: { view: PersonaView }) {
  if (!sure) return null;
  return (
    <DataTable
      caption={`${persona.plural}: shares, and ranges that hold for all three at once`}
      head={SHARES_HEAD}
      rows={sure.shares.map(({ name, people, range }) => ({
        key: name,
        cells: [name, people, formatShare(range.share), formatShares(range)],
      }))}
    />
  );
}

/** A line for each value: they are read against one another. */
function Apart({ apart }: { apart: readonly { value: string; words: string }[] }) {
  return (
    <ul className="plain">
      {apart.map(({ value, words }) => (
        <li key={value}>
          {value}: {words}
        </li>
      ))}
    </ul>
  );
}

const ALIKE_HEAD = [
  { label: 'Known of them' },
  { label: 'Evenness', numeric: true },
  { label: 'Where they differ' },
];

/** Whether those heard are like the silent, by what was known before anybody answered. */
function Alike({ view: { frame, persona } }: { view: PersonaView }) {
  if (frame?.kind !== 'named' || !frame.representation) return null;
  const { words, facts, tenure } = frame.representation;
  const rows = facts.map(({ fact, evenness, apart }) => ({
    key: fact,
    cells: [
      fact,
      formatEvenness(evenness),
      apart.length === 0 ? 'nowhere noticeably' : <Apart key="apart" apart={apart} />,
    ],
  }));
  const days = `${Math.round(tenure.heard)} days for those heard, ${Math.round(tenure.silent)} for the silent`;
  return (
    <div className="stack after">
      <h3>Are those heard like the silent?</h3>
      <p>{words}</p>
      <DataTable
        caption={`${persona.plural}, heard against silent; an evenness of 1 is perfectly even`}
        head={ALIKE_HEAD}
        rows={[...rows, { key: '', cells: ['Time in the role', '', days] }]}
      />
    </div>
  );
}

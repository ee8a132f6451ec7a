import { Link } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { inSentence } from '#app/persona/persona.ts';
import { formatCount, formatDistance, formatScore } from '#app/results/display.ts';
import { AskedDifferently } from '#app/ui/asked-differently.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { Day } from '#app/ui/day.tsx';
import { Glyph, type SeatState } from '#app/ui/glyph.tsx';
import { addressOf } from './committees-address.ts';
import type { CommitteesView } from './page.tsx';

type Line = CommitteesView['lines'][number];

/** One line for each account. The only column of answers names the one persona whose answers they are. */
export function CommitteeTable({ view }: { view: CommitteesView }) {
  const { own, lines, wave, isTold } = view;
  const head = headOf(view);
  const rows = lines.map((line) => ({
    key: line.slug,
    cells: [
      <Link
        key="name"
        to={`/committees/${line.slug}${isTold && wave && view.chosen ? `?wave=${wave.slug}` : ''}`}
      >
        {line.name}
      </Link>,
      <Seats key="seats" seats={line.seats} />,
      <Heard key="heard" line={line} />,
      <Gap key="gap" line={line} />,
      <Silent key="silent" silent={line.silent} />,
      ...(own ? [<Own key="own" line={line} />] : []),
      line.renewalOn ? (
        <Day key="day" day={line.renewalOn} />
      ) : (
        <span key="day" className="quiet">
          not known
        </span>
      ),
      line.overdue,
    ],
  }));
  return (
    <>
      <Shapes />
      <DataTable caption="Accounts" captionHidden head={head} rows={rows} />
    </>
  );
}

function headOf(view: CommitteesView): Column[] {
  const { query, own } = view;
  const by = (sort: string, now: 'ascending' | 'descending') => ({
    to: `?${addressOf(view, { sort, after: '' })}`,
    now: query.sort === sort ? now : ('none' as const),
  });
  return [
    { label: 'Account', sort: by('name', 'ascending') },
    { label: 'Seats', plain: true },
    { label: 'Roles heard', sort: by('coverage', 'ascending') },
    { label: 'Widest gap', sort: by('gap', 'descending') },
    { label: 'Silent seats', numeric: true, sort: by('silent', 'descending') },
    ...(own ? [{ label: `${own.plural} answered`, sort: by('score', 'ascending') }] : []),
    { label: 'Renews', sort: by('renewal', 'ascending') },
    { label: 'Overdue promises', numeric: true, sort: by('overdue', 'descending') },
  ];
}

/** A shape for each persona, drawn as it stands, and counted: one of them never fills the seat of another. */
function Seats({ seats }: { seats: Line['seats'] }) {
  return (
    <span className="cluster seats-cell">
      {seats.map(({ persona, sitting, heard, required }) => {
        const { state, words } = standingOf({ sitting, heard, required });
        return (
          <span key={persona.id} className="nowrap seat-count">
            <Glyph {...laneIdentity(persona)} state={state} label={`${persona.plural}: ${words}`} />
            {heard !== null && heard > 0 ? heard : ''}
          </span>
        );
      })}
    </span>
  );
}

function standingOf({
  sitting,
  heard,
  required,
}: Pick<Line['seats'][number], 'sitting' | 'heard' | 'required'>): { state: SeatState; words: string } {
  if (heard !== null && heard > 0) return { state: 'filled', words: `${heard} heard` };
  if (sitting === 0 && required > 0) return { state: 'vacant', words: 'empty seat' };
  if (heard === null) return { state: 'untold', words: `${sitting} here, not told who was heard` };
  return { state: 'outline', words: `${sitting} here, not heard` };
}

function Heard({ line: { coverage, seats, trunk } }: { line: Line }) {
  if (!coverage) return <span className="quiet">not told</span>;
  const missing = new Set(coverage.missing);
  const names = seats.flatMap(({ persona }) => (missing.has(persona.id) ? [inSentence(persona.name)] : []));
  const isAnybody = seats.some(({ heard }) => heard !== null && heard > 0);
  const rest = trunk ? `${inSentence(trunk.plural)} alone` : `not ${names.join(', ')}`;
  return (
    <>
      {coverage.rolesMet} of {coverage.rolesRequired}
      {names.length > 0 && <span className="note quiet under">{isAnybody ? rest : 'nobody'}</span>}
    </>
  );
}

function Silent({ silent }: { silent: number | null }) {
  return silent === null ? <span className="quiet">not told</span> : silent;
}

/** Both ends named, each with how many were heard. */
function Gap({ line: { apart } }: { line: Line }) {
  if (!apart) return <span className="quiet">none to tell</span>;
  const { higher, lower, points, wordedDifferently } = apart;
  const end = ({ persona, n, middle }: typeof higher) =>
    `${n === 1 ? persona.name : persona.plural} ${middle} (${n})`;
  return (
    <>
      {points === 0 ? 'None' : formatDistance(points, 1)}
      <span className="gap-ends note quiet under">
        {end(higher)}, {end(lower)}
      </span>
      {wordedDifferently && (
        <AskedDifferently
          words="asked in different words"
          ends={[higher, lower].map(({ persona, wording }) => ({ name: persona.plural, wording }))}
        />
      )}
    </>
  );
}

function Own({ line: { own } }: { line: Line }) {
  if (!own) return <span className="quiet">not heard</span>;
  const heard = formatCount(own.n, inSentence(own.persona.name), inSentence(own.persona.plural));
  if (own.score !== null)
    return (
      <>
        {own.metric} {formatScore(own.score)}
        <span className="note quiet under">{heard}</span>
      </>
    );
  return (
    <>
      {own.answers?.join(', ')}
      <span className="note quiet under">{heard}, too few for a score</span>
    </>
  );
}

const SHAPES = [
  ['filled', 'heard'],
  ['outline', 'here, not heard'],
  ['vacant', 'empty seat'],
] as const satisfies readonly (readonly [SeatState, string])[];

function Shapes() {
  return (
    <p className="cluster small quiet shapes" aria-hidden="true">
      {SHAPES.map(([state, words]) => (
        <span key={state} className="nowrap seat-count">
          <Glyph lane="buyer" state={state} size={14} />
          {words}
        </span>
      ))}
    </p>
  );
}

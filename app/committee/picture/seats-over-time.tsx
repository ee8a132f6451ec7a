import { Link } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { inSentence } from '#app/persona/persona.ts';
import { formatCount } from '#app/results/display.ts';
import { ShowAsTable } from '#app/ui/data-table.tsx';
import { Glyph, type SeatState as Shape } from '#app/ui/glyph.tsx';
import { Section } from '#app/ui/section.tsx';
import { TimeAxis, TimeTrack } from '#app/ui/time-track.tsx';
import type { Committee, CommitteeLane } from './committee.ts';
import type { Mark, Seat } from './seat.ts';
import { SeatTable } from './seat-table.tsx';
import { standingWords, trackWords } from './seat-words.ts';
import { dayWords, type TimeScale, timeScaleOf } from './time-scale.ts';

/** How many rows of one persona stand open: forty end-users push no buyer out of sight. */
const OPEN_ROWS = 6;

export interface SeatsView {
  committee: Committee;
  /** Where a person's page is, by person id; empty for readers who have none. */
  people: Readonly<Record<string, string>>;
  now: number;
}

/** Seats in lane order, each with its holder over time and what they were asked and answered. */
export function SeatsOverTime({ view }: { view: SeatsView }) {
  const { lanes, wave } = view.committee;
  const scale = timeScaleOf(lanes, view.now);
  return (
    <Section
      title="Seats over time"
      lead={wave ? `On the right, how each stands in ${wave.name}.` : 'Nobody here was ever asked.'}
    >
      <div className="timeline">
        <div className="taxis">
          <TimeAxis ticks={scale.ticks} />
        </div>
        {lanes.map((lane) => (
          <SeatGroup key={lane.persona.id} lane={lane} scale={scale} view={view} />
        ))}
      </div>
      <Key />
      <ShowAsTable>
        <SeatTable lanes={lanes} />
      </ShowAsTable>
    </Section>
  );
}

interface GroupProps {
  lane: CommitteeLane;
  scale: TimeScale;
  view: SeatsView;
}

function SeatGroup({ lane, scale, view }: GroupProps) {
  const { persona, sitting, left, vacant, required } = lane;
  const seats = [...sitting, ...left];
  const row = (seat: Seat) => <SeatRow key={seat.roleId} seat={seat} lane={lane} scale={scale} view={view} />;
  const folded = seats.slice(OPEN_ROWS);
  return (
    <section className="seat-group" aria-label={persona.name}>
      <h3>
        <Glyph {...laneIdentity(persona)} state={seats.length === 0 ? 'vacant' : 'filled'} />
        {persona.plural}
        <span className="note">{groupWords(lane)}</span>
      </h3>
      <ul>
        {vacant > 0 && required > 0 && <VacantRow lane={lane} scale={scale} />}
        {seats.slice(0, OPEN_ROWS).map(row)}
      </ul>
      {folded.length > 0 && (
        <details>
          <summary>{formatCount(folded.length, 'more seat', 'more seats')}</summary>
          <ul>{folded.map(row)}</ul>
        </details>
      )}
    </section>
  );
}

function groupWords({ persona, sitting, required, heard }: CommitteeLane): string {
  if (sitting.length === 0 && required === 0)
    return heard ? `${heard} heard, no seat is required here` : 'Nobody named. No seat is required here.';
  const filled = required > 0 ? `${sitting.length} here, ${required} needed` : `${sitting.length} here`;
  return `${filled}${heard === null ? '' : `, ${heard} heard`}${required > 0 ? '' : `, no ${inSentence(persona.name)} is required`}`;
}

function VacantRow({ lane: { persona, vacant, emptySince }, scale }: Omit<GroupProps, 'view'>) {
  const identity = laneIdentity(persona);
  const bars = emptySince === null ? [] : [{ from: scale.share(emptySince), to: 1, vacant: true }];
  const since = emptySince === null ? 'nobody was ever named' : `since ${dayWords(emptySince)}`;
  return (
    <li className={`seat ${identity.lane}`}>
      <div className="seat-who">
        <b>Nobody now</b>
        <p className="note">{since}</p>
      </div>
      <TimeTrack
        {...identity}
        label={`Empty seat, ${since}.`}
        bars={bars}
        marks={[{ key: 'vacant', at: 1, state: 'vacant' }]}
      />
      <p className="seat-standing">
        <b>{vacant === 1 ? 'Empty seat' : `${vacant} empty seats`}</b>
      </p>
    </li>
  );
}

function SeatRow({ seat, lane, scale, view }: GroupProps & { seat: Seat }) {
  const identity = laneIdentity(lane.persona);
  const to = seat.endedAt === null ? 1 : scale.share(seat.endedAt);
  const name = seat.personName ?? `${lane.persona.name}, not named`;
  const slug = view.people[seat.personId];
  return (
    <li className={`seat ${identity.lane}`}>
      <div className="seat-who">
        {slug ? (
          <Link to={`/people/${slug}`}>
            <bdi>{name}</bdi>
          </Link>
        ) : (
          <b>
            <bdi>{name}</bdi>
          </b>
        )}
        <p className="note">{underName(seat)}</p>
      </div>
      <TimeTrack
        {...identity}
        label={trackWords(seat)}
        bars={[{ from: scale.share(seat.startedAt), to }]}
        marks={marksOn(seat, scale)}
      />
      <p className="seat-standing">
        {seat.state === 'not_heard' ? <b>{standingWords(seat)}</b> : standingWords(seat)}
      </p>
    </li>
  );
}

function underName({ title, endedAt, endReason, confirmedAt }: Seat): string {
  if (endedAt !== null) return [title, endReason].filter(Boolean).join(', ') || 'in the seat before';
  const role = confirmedAt === null ? 'role not confirmed' : `role confirmed ${dayWords(confirmedAt)}`;
  return [title, role].filter(Boolean).join(', ');
}

function marksOn({ marks, endedAt, state }: Seat, scale: TimeScale) {
  const asked = marks.map((mark) => ({
    key: mark.waveId,
    at: scale.share(mark.at),
    state: SHAPE_OF[mark.state],
    ...(mark.score === null ? {} : { words: String(mark.score) }),
  }));
  const left = endedAt === null ? [] : [{ key: 'left', at: scale.share(endedAt), state: 'struck' as const }];
  const declined = state === 'declined' ? [{ key: 'declined', at: 1, state: 'bar' as const }] : [];
  return [...asked, ...left, ...declined];
}

const SHAPE_OF = {
  heard: 'filled',
  not_heard: 'outline',
  unknown: 'untold',
} as const satisfies Record<Mark['state'], Shape>;

const KEY = [
  ['filled', 'heard, with the answer'],
  ['outline', 'asked, not heard'],
  ['bar', 'declined'],
  ['struck', 'left'],
  ['vacant', 'empty seat'],
  ['untold', 'asked in confidence: nobody is told'],
] as const satisfies readonly (readonly [Shape, string])[];

function Key() {
  return (
    <ul className="seat-key note" aria-label="Key">
      {KEY.map(([state, words]) => (
        <li key={state}>
          <Glyph lane="buyer" state={state} size={14} />
          {words}
        </li>
      ))}
    </ul>
  );
}

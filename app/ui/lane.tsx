import { Link } from '@remix-run/react';
import { type ReactNode, useId } from 'react';
import { Glyph, type LaneIdentity, type SeatState } from './glyph.tsx';
import { em } from './scale.ts';
import { AxisLabels } from './score-line.tsx';

interface LanesProps {
  /** Names the block for those who hear the page. */
  title: string;
  /** Heading of the column that holds the change and its rule. */
  changeHead: string;
  /** Where the page explains how a total would mislead. */
  explainTo: string;
  children: ReactNode;
}

/** The personas under one another on one shared axis. Closed by a double rule, where a sum would stand. */
export function Lanes({ title, changeHead, explainTo, children }: LanesProps) {
  return (
    <div className="lanes">
      <h2 className="vh">{title}</h2>
      <div className="lanes-head" aria-hidden="true">
        <span>Heard of known</span>
        <span>Score</span>
        <svg className="chart" width="100%" height={em(14)} aria-hidden="true">
          <AxisLabels y={em(11, 12)} />
        </svg>
        <span>Answers, 0 to 10</span>
        <span>{changeHead}</span>
      </div>
      {children}
      <NoTotal to={explainTo} />
    </div>
  );
}

/** The accountant's double rule, with a finished sentence in place of a sum. */
export function NoTotal({ to }: { to: string }) {
  return (
    <p className="no-total">
      <b>No total: these are different people answering different questions.</b>{' '}
      <Link to={to}>Watch how a total would mislead</Link>
    </p>
  );
}

interface LaneProps extends LaneIdentity {
  name: string;
  /** "41 of 118 heard at 13 of 14 accounts" */
  heard: ReactNode;
  /** The score, or the answers where they are too few. */
  figure: ReactNode;
  /** The score line and the note under it. */
  line: ReactNode;
  histogram: ReactNode;
  /** The comparison in words, the verdict, the rule. */
  change?: ReactNode;
  /** One verbatim. */
  said?: ReactNode;
  /** What was promised and done. */
  kept?: ReactNode;
}

/** One persona: numbers above, words below. It has no place for a figure of anybody else. */
export function Lane({ lane, core, name, heard, figure, line, histogram, change, said, kept }: LaneProps) {
  const id = useId();
  return (
    <section className="lane" aria-labelledby={id}>
      <div className="who-lane">
        <h3 id={id}>
          <Glyph lane={lane} core={core} size={18} />
          {name}
        </h3>
        <p className="small quiet">{heard}</p>
      </div>
      <div className="figure">{figure}</div>
      <div className="line">{line}</div>
      <div className="hist">{histogram}</div>
      {change && <div className="change">{change}</div>}
      {said && <div className="said">{said}</div>}
      {kept && <div className="done">{kept}</div>}
    </section>
  );
}

const SEAT_WORDS = {
  filled: 'Heard',
  outline: 'Not heard',
  bar: 'Declined',
  struck: 'Left',
  vacant: 'Empty seat',
  untold: 'Not told',
} satisfies Record<SeatState, string>;

interface NotHeardLaneProps extends LaneIdentity {
  name: string;
  /** One drawn seat each. */
  seats: readonly Exclude<SeatState, 'filled'>[];
  /** The sentence after "Not heard." */
  children: ReactNode;
}

/** A persona nobody was heard from: its seats are drawn, it is never blank and never 0. */
export function NotHeardLane({ lane, core, name, seats, children }: NotHeardLaneProps) {
  const id = useId();
  return (
    <section className="lane sub" aria-labelledby={id}>
      <h3 id={id}>
        <Glyph lane={lane} core={core} />
        {name}
      </h3>
      <div className="wide small">
        <Seats lane={lane} seats={seats} />
        <p>
          <b>Not heard.</b> {children}
        </p>
      </div>
    </section>
  );
}

/** Seats of one persona in a row, each saying its state. */
export function Seats({ lane, core, seats }: LaneIdentity & { seats: readonly SeatState[] }) {
  return (
    <span className="seats">
      {seats.map((state, seat) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: seats of one state are alike, their place is their identity
        <Glyph key={seat} lane={lane} core={core} state={state} label={SEAT_WORDS[state]} />
      ))}
    </span>
  );
}

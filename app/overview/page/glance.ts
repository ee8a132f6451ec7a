import { inSentence } from '#app/persona/persona.ts';
import type { Verdict } from '#app/results/change.ts';
import { formatList } from '#app/results/display.ts';
import { type Overdue, overWords } from '../overdue/overdue.ts';
import type { LaneView } from './lane-view.ts';

export interface Glance {
  term: string;
  value: string;
}

/**
 * The questions that an executive comes with, each answered in one look: which persona moved and whether that is
 * certain, who is silent, what was promised and not kept. Personas are named in their fixed order, never ranked.
 */
export function glanceOf(lanes: readonly LaneView[], overdue: Overdue): Glance[] {
  const heard = lanes.filter((lane) => lane.heard > 0 || lane.isQuiet);
  const having = (verdict: Verdict) => heard.filter(({ since }) => since?.verdict === verdict);
  // In confidence nobody is told that somebody did not answer.
  const silent = lanes.filter((lane) => lane.heard === 0 && !lane.isQuiet);
  const ends = [
    { term: 'Not heard', value: named(silent, everybodyWords(lanes)) },
    { term: 'Overdue', value: overdueWords(overdue) },
  ];
  if (heard.every(({ since }) => since === null))
    return [{ term: 'Changed', value: 'The first wave: nothing to compare with' }, ...ends];
  return [
    { term: 'Fell', value: named(having('down'), 'Nobody, as far as can be told') },
    { term: 'Rose', value: named(having('up'), 'Nobody, as far as can be told') },
    { term: 'Can’t tell', value: named(having('cant_tell'), 'Nobody') },
    ...ends,
  ];
}

function named(lanes: readonly LaneView[], none: string): string {
  if (lanes.length === 0) return none;
  const names = lanes.map(({ persona }, at) => (at === 0 ? persona.plural : inSentence(persona.plural)));
  return formatList(names);
}

function everybodyWords(lanes: readonly LaneView[]): string {
  const isTold = lanes.every(({ isQuiet }) => !isQuiet);
  return isTold ? 'Nobody: every persona was heard' : 'Nobody, as far as may be told';
}

function overdueWords({ first, more }: Overdue): string {
  const all = first.reduce((sum, { times }) => sum + times, more);
  if (all === 0) return 'No promise';
  const [longest] = first;
  const promises = all === 1 ? '1 promise' : `${all} promises`;
  return longest
    ? `${promises}, the longest ${longest.days === 0 ? 'since today' : `by ${overWords(longest.days)}`}`
    : promises;
}

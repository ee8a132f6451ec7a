import { inSentence } from '#app/persona/persona.ts';
import { longDay } from '#app/programme/told/debt.ts';
import type { Verdict } from '#app/results/change.ts';
import { formatList } from '#app/results/display.ts';
import { inDays, type SilentView } from '../committees/committees.ts';
import { type Overdue, overWords } from '../overdue/overdue.ts';
import type { LaneView } from './lane-view.ts';

/** One question that an executive comes with, and its answer. */
export interface Glance {
  term: string;
  value: string;
  /** What stands behind the answer; null where it says all. */
  more: string | null;
}

/** What the five answers are taken from: the page's own parts, so that they never say anything else. */
interface GlanceOf {
  lanes: readonly LaneView[];
  silent: readonly SilentView[];
  overdue: Overdue;
  /** Answers still come in. */
  isOpen: boolean;
}

/** The five questions, each answered in one look. Personas are named in their fixed order, never ranked. */
export function glanceOf({ lanes, silent, overdue, isOpen }: GlanceOf): Glance[] {
  const heard = lanes.filter((lane) => !isSilent(lane));
  return [
    { term: 'Which persona fell?', ...fell(heard) },
    { term: 'Is it real?', ...real(heard) },
    { term: 'Who is silent?', ...whoIsSilent({ lanes, silent, isOpen }) },
    { term: 'What was promised?', ...promised(heard, overdue) },
    { term: 'What was done?', ...done(heard) },
  ];
}

type Answer = Omit<Glance, 'term'>;

/** In confidence nobody is told that somebody did not answer. */
function isSilent({ heard, isQuiet }: LaneView): boolean {
  return heard === 0 && !isQuiet;
}

function having(lanes: readonly LaneView[], ...verdicts: Verdict[]): LaneView[] {
  return lanes.filter(({ since }) => since !== null && verdicts.includes(since.verdict));
}

function isFirst(heard: readonly LaneView[]): boolean {
  return heard.every(({ since }) => since === null);
}

function fell(heard: readonly LaneView[]): Answer {
  if (isFirst(heard)) return { value: 'The first wave: nothing to compare with', more: null };
  return {
    value: named(having(heard, 'down')) || 'None, as far as can be told',
    more: `Rose: ${inSentence(named(having(heard, 'up'))) || 'none'}.`,
  };
}

function real(heard: readonly LaneView[]): Answer {
  if (isFirst(heard)) return { value: 'The interval beside each score says how sure it is', more: null };
  const moved = having(heard, 'down', 'up');
  const unsure = inSentence(named(having(heard, 'cant_tell')));
  if (moved.length > 0) {
    const found = moved.map(({ persona, since }) => `${persona.plural} ${since?.words}.`);
    const rest = unsure ? [`Can’t tell for ${unsure}.`] : [];
    return { value: `Yes for ${inSentence(named(moved))}`, more: [...found, ...rest].join(' ') };
  }
  if (!unsure) return { value: 'Yes: the same, all heard both times', more: null };
  return {
    value: 'Can’t tell',
    more: `For ${unsure}. A change is real once its interval leaves out 0.`,
  };
}

function whoIsSilent({ lanes, silent: [nearest, ...others], isOpen }: Omit<GlanceOf, 'overdue'>): Answer {
  const isTold = lanes.every(({ isQuiet }) => !isQuiet);
  const nobody = isTold ? 'No persona as a whole' : 'None, as far as may be told';
  const silent = named(lanes.filter(isSilent));
  const rest = others.length > 0 ? '; more below' : '';
  const more = [
    ...(silent && isOpen ? ['Answers still come in.'] : []),
    ...(nearest
      ? [`${nearest.persona.name} at ${nearest.accountName}, which renews ${inDays(nearest.days)}${rest}.`]
      : []),
  ];
  return { value: silent || nobody, more: more.join(' ') || null };
}

function promised(heard: readonly LaneView[], overdue: Overdue): Answer {
  const lanes = heard.filter(({ kept }) => kept?.brief.isPromised);
  const more = overdueWords(overdue);
  if (lanes.length === 0) return { value: 'Nothing', more };
  const whom = lanes.length > 2 ? `${lanes.length} personas` : inSentence(named(lanes));
  const days = new Set(lanes.flatMap(({ kept }) => kept?.brief.promiseOn ?? []));
  const [first] = [...days].sort();
  const by = first ? `, ${days.size > 1 ? 'the next by' : 'by'} ${longDay(first)}` : '';
  return { value: `To tell ${whom} what came of it${by}`, more };
}

function overdueWords({ first, more }: Overdue): string {
  const all = first.reduce((sum, { times }) => sum + times, more);
  if (all === 0) return 'No promise is overdue.';
  const [longest] = first;
  const promises = all === 1 ? '1 promise is overdue' : `${all} promises are overdue`;
  if (!longest) return `${promises}.`;
  const since = longest.days === 0 ? 'since today' : `by ${overWords(longest.days)}`;
  return all === 1 ? `${promises} ${since}.` : `${promises}, the longest ${since}.`;
}

/** Beyond so many the lanes say it better. */
const DEEDS_SAID = 2;

function done(heard: readonly LaneView[]): Answer {
  const [acted, rest] = [true, false].map((has) => heard.filter(({ kept }) => !!kept?.brief.deeds === has));
  if (!acted?.length || !rest) return { value: 'Nothing yet', more: null };
  const said = acted.map(({ persona, kept }) => `${persona.plural}: ${kept?.brief.deeds}`).join('; ');
  const isShort = acted.length <= DEEDS_SAID;
  const nothing = rest.length > 0 ? `Nothing yet for ${inSentence(named(rest))}.` : null;
  if (isShort) {
    // Of two personas the lanes quote what was decided: here it would be longer than a look.
    const decided = acted.length === 1 ? (acted[0]?.kept?.brief.decided ?? null) : null;
    return { value: said, more: [decided, nothing].filter(Boolean).join(' ') || null };
  }
  return {
    value: `Something for ${inSentence(named(acted))}`,
    more: nothing ?? 'What, stands in each lane.',
  };
}

/** "Buyers and advocates", as at the head of a sentence; empty for nobody. */
function named(lanes: readonly LaneView[]): string {
  const names = lanes.map(({ persona }, at) => (at === 0 ? persona.plural : inSentence(persona.plural)));
  return formatList(names);
}

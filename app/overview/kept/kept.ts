import type { Decision } from '#app/followup/decision/decision.ts';
import type { Work } from '#app/followup/queue/work.ts';
import { longDay } from '#app/programme/told/debt.ts';
import { asSentence, formatCount } from '#app/results/display.ts';

/**
 * What one persona was promised in one wave and what was done about it: people who were told, decisions, counts of
 * work. Nothing here is made of what anybody answered.
 */
export interface Kept {
  /** What it was told it would hear; null where nobody wrote it. */
  promise: string | null;
  /** ISO day until which. */
  promiseOn: string | null;
  heard: number;
  told: number;
  /** Answers were given in confidence: how many, and whether anybody answered at all, is told to nobody. */
  isQuiet: boolean;
  /** ISO day of the last letter that went out. */
  letterOn: string | null;
  /** Days past the day promised while somebody is owed an answer; 0 where nobody is, or it is not past. */
  daysOver: number;
  /** What was decided for it since it was asked, the newest first. */
  decisions: readonly Pick<Decision, 'verdict' | 'what'>[];
  work: Work;
}

/** The same in sentences, as a page, a mail and a paper say it. */
export interface KeptWords {
  promised: string;
  /** What is owed past its day, and leads; null where nothing is. */
  overdue: string | null;
  done: string[];
  /** The same in a few words, for whoever looks once. */
  brief: {
    isPromised: boolean;
    /** ISO day. */
    promiseOn: string | null;
    /** "2 of 10 told, 1 follow-up done"; null where nothing is done. */
    deeds: string | null;
    /** What was decided last; null where nothing was, and where decisions are counted and not quoted. */
    decided: string | null;
  };
}

/** @param shows `counts`: what members wrote down for themselves is counted, not quoted */
export function keptWords(kept: Kept, { shows = 'all' }: { shows?: 'all' | 'counts' } = {}): KeptWords {
  const { promise, promiseOn } = kept;
  const by = promiseOn === null ? '' : `, by ${longDay(promiseOn)}`;
  return {
    promised: promise ? `${promise.replace(/[.\s]+$/, '')}${by}` : `Nothing was promised${by}`,
    overdue: overdueWords(kept),
    done: [toldWords(kept), decidedWords(kept, shows), workWords(kept)].filter((words) => words !== null),
    brief: {
      ...{ isPromised: promise !== null, promiseOn, deeds: deedWords(kept) },
      decided: shows === 'counts' ? null : newestWords(kept),
    },
  };
}

function deedWords({ heard, told, isQuiet, letterOn, decisions, work }: Kept): string | null {
  const parts = [
    isQuiet ? letterOn !== null && 'told by letter' : told > 0 && `${told} of ${heard} told`,
    decisions.length > 0 && formatCount(decisions.length, 'decision'),
    work.done > 0 && `${formatCount(work.done, 'follow-up')} done`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : parts.join(', ');
}

function overdueWords({ heard, told, isQuiet, promiseOn, daysOver }: Kept): string | null {
  if (daysOver <= 0 || promiseOn === null) return null;
  const owed = heard - told;
  const few = told === 0 ? 'Nobody has' : `${owed} of ${heard} ${owed === 1 ? 'has' : 'have'} not`;
  const who = isQuiet ? 'Not everybody has' : few;
  return `${who} heard back: promised for ${longDay(promiseOn)}, ${formatCount(daysOver, 'day')} over.`;
}

function toldWords({ heard, told, isQuiet, letterOn, daysOver }: Kept): string | null {
  if (isQuiet && letterOn !== null) return `Told by letter on ${longDay(letterOn)}.`;
  if (isQuiet) return daysOver > 0 ? null : 'Not told yet.';
  if (told > 0) {
    const how = letterOn === null ? 'Told' : `Told by letter on ${longDay(letterOn)}`;
    return `${how}: ${told} of ${heard} who answered.`;
  }
  return daysOver > 0 || heard === 0 ? null : 'Not told yet.';
}

function decidedWords({ decisions }: Kept, shows: 'all' | 'counts'): string | null {
  const [newest, ...before] = decisions;
  if (!newest) return null;
  if (shows === 'counts') return `${formatCount(decisions.length, 'decision')} made.`;
  const said = newestWords({ decisions });
  return before.length === 0 ? said : `${said} ${formatCount(before.length, 'more decision')} before it.`;
}

function newestWords({ decisions: [newest] }: Pick<Kept, 'decisions'>): string | null {
  return newest
    ? `${newest.verdict === 'do' ? 'Decided' : 'Decided against'}: ${asSentence(newest.what)}`
    : null;
}

function workWords({ work: { open, overdue, done, declined } }: Kept): string | null {
  const parts = [
    done > 0 && `${done} done`,
    declined > 0 && `${declined} declined`,
    open > 0 && `${open} open${overdue > 0 ? `, ${overdue} of them overdue` : ''}`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : `Follow-ups: ${parts.join(', ')}.`;
}

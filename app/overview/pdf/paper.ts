import { longDay } from '#app/programme/told/debt.ts';
import { asSentence, capital } from '#app/results/display.ts';
import { HELD_AGAINST_NEITHER } from '#app/results/purpose-verdict.ts';
import { RULING_WORDS, type Ruling } from '#app/results/ruling.ts';
import {
  accountWords,
  boundsWords,
  dominanceSentences,
  heardWords,
  scoreTold,
} from '#app/results/sentence.ts';
import { type ApartEndView, type Committees, inDays } from '../committees/committees.ts';
import { NO_TOTAL } from '../lines/line-of.ts';
import { type Overdue, overWords } from '../overdue/overdue.ts';
import { type Glance, glanceOf } from '../page/glance.ts';
import { heardLead, type LaneView } from '../page/lane-view.ts';

/** One persona's lane on paper, in words; what is drawn beside them is its own figure. */
export interface PaperLane {
  lane: LaneView;
  name: string;
  heard: string;
  /** "+39"; words where there is no score. */
  figure: string;
  isScore: boolean;
  note: string;
  change: string;
  ruling: { verdict: Ruling; words: string } | null;
  rule: string;
  said: { words: string; by: string } | null;
  promised: string;
  overdue: string;
  done: string;
}

/** A part below the lanes: a heading and lines, none of which holds a figure. */
export interface PaperPart {
  title: string;
  lines: { what: string; about: string }[];
}

/** The executive's page as words in the order they stand on paper. */
export interface Paper {
  crumb: string;
  title: string;
  lead: string;
  glance: Glance[];
  changeHead: string;
  lanes: PaperLane[];
  noTotal: string;
  parts: PaperPart[];
  foot: string;
}

export interface PaperOf {
  wave: {
    name: string;
    programmeName: string;
    closedAt: number | null;
    headline: string | null;
    headlineBy: string | null;
  };
  against: { name: string } | null;
  lanes: readonly LaneView[];
  committees: Committees;
  overdue: Overdue;
}

/** @param on ISO days: when it was printed, and when the wave closed */
export function paperOf(
  { wave, against, lanes, committees, overdue }: PaperOf,
  { workspaceName, on }: { workspaceName: string; on: { printed: string; closed: string | null } },
): Paper {
  const state = on.closed === null ? 'answers still come in' : `closed ${longDay(on.closed)}`;
  return {
    crumb: `${workspaceName} · Programme: ${wave.programmeName} · ${wave.name}, ${state} · Printed ${longDay(on.printed)}`,
    title: wave.headline ?? `${wave.name}, by persona`,
    lead: heardLead(lanes),
    glance: glanceOf({ lanes, silent: committees.silent, overdue, isOpen: on.closed === null }),
    changeHead: `Since ${against ? against.name : 'the wave before'}, and the rule set before asking`,
    lanes: lanes.map(paperLane),
    noTotal: NO_TOTAL,
    parts: [apartPart(committees), silentPart(committees), overduePart(overdue)],
    foot: `${wave.headline && wave.headlineBy ? `Headline written by ${wave.headlineBy}. ` : ''}Of 100 such intervals about 95 hold the true figure. Scores are comparable only within one persona. Net Promoter, NPS and Net Promoter Score are registered trademarks of Bain & Company, NICE Satmetrix and Fred Reichheld.`,
  };
}

function paperLane(lane: LaneView): PaperLane {
  const { persona, heard, rule, ruling, said, kept } = lane;
  return {
    lane,
    name: persona.plural,
    ...scoreOf(lane),
    change: changeWords(lane),
    ruling: rule?.isRule && heard > 0 ? { verdict: ruling, words: RULING_WORDS[ruling] } : null,
    rule: [rule ? asSentence(rule.words) : '', isHeldAgainstNeither(lane) ? HELD_AGAINST_NEITHER : '']
      .filter(Boolean)
      .join(' '),
    said: said && { words: `“${said.words}”`, by: signature(said.by) },
    promised: kept?.promised ?? '',
    overdue: kept?.overdue ?? '',
    done: kept ? kept.done.join(' ') || 'Nothing yet.' : '',
  };
}

function isHeldAgainstNeither({ rule, figure }: LaneView): boolean {
  return !!rule?.isRule && figure?.dominance.apart != null;
}

function changeWords({ heard, isQuiet, since }: LaneView): string {
  if (heard === 0 && !isQuiet) return '';
  return since ? capital(since.words) : 'Nothing to compare with.';
}

function scoreOf({
  figure,
  heard,
  heardTold,
  isQuiet,
  known,
  invited,
  withheld,
}: LaneView): Pick<PaperLane, 'heard' | 'figure' | 'isScore' | 'note'> {
  const people = known === null ? `${heardTold} heard` : `${heardTold} of ${known} heard`;
  const isSilent = heard === 0 && !isQuiet;
  if (!figure)
    return {
      heard: people,
      isScore: false,
      figure: isSilent ? 'Not heard' : 'No score',
      note: isSilent ? silence(invited) : (withheld ?? 'They were not asked for a number from 0 to 10.'),
    };
  const words = [heardWords(figure), accountWords(figure)].filter(Boolean).join(' ');
  if (figure.score === null)
    return {
      heard: words,
      isScore: false,
      figure:
        figure.n === 0 && !isQuiet ? 'Not heard' : (figure.answers?.slice(0, 8).join(' ') ?? 'No score'),
      note: figure.n === 0 && !isQuiet ? silence(invited) : (figure.shortage ?? ''),
    };
  return {
    heard: words,
    isScore: figure.dominance.apart === null,
    figure: scoreTold(figure) ?? '',
    note: [`${capital(figure.interval.meaning)}.`, boundsWords(figure), ...dominanceSentences(figure)]
      .filter(Boolean)
      .join(' '),
  };
}

function silence(invited: number | null): string {
  return invited ? `${invited} were asked and stayed silent.` : 'Nobody was asked.';
}

function signature({
  name,
  title,
  account,
}: {
  name: string | null;
  title: string | null;
  account: string | null;
}): string {
  const who = [name, title].filter(Boolean).join(', ');
  if (!who && !account) return 'Answered in confidence';
  return [who, account].filter(Boolean).join(' at ');
}

function apartPart({ apart, share }: Committees): PaperPart {
  const title = 'Committees pulling apart';
  if (apart.length === 0) return { title, lines: [{ what: 'None that may be told.', about: share ?? '' }] };
  const end = ({ persona, n, middle }: ApartEndView) => `${persona.plural} at ${middle} (${n} heard)`;
  const lines = apart.map(({ accountName, lower, higher, distance, wordedDifferently }) => ({
    what: `${accountName}: ${distance}`,
    about: `${end(lower)}, ${end(higher)}${wordedDifferently ? '; worded differently' : ''}`,
  }));
  return { title, lines: share ? [...lines, { what: 'How many', about: share }] : lines };
}

function silentPart({ silent }: Committees): PaperPart {
  const title = 'Silent buyers, renewal ahead';
  if (silent.length === 0) return { title, lines: [{ what: 'None.', about: '' }] };
  const lines = silent.map(({ accountName, personName, persona, asked, renewalOn, days }) => ({
    what: `${accountName} renews ${longDay(renewalOn)}, ${inDays(days)}`,
    about: `${personName}, ${persona.name}, ${asked}`,
  }));
  return { title, lines };
}

function overduePart({ first, more }: Overdue): PaperPart {
  if (first.length === 0) return { title: 'Overdue promises', lines: [{ what: 'None.', about: '' }] };
  const lines = first.map(({ what, persona, about, dueOn, days }) => ({
    what: `${persona.plural}: ${what}`,
    about: `${about}; due ${longDay(dueOn)}${days === 0 ? '' : `, ${overWords(days)} over`}`,
  }));
  return {
    title: 'Overdue promises',
    lines: more > 0 ? [...lines, { what: `And ${more} more.`, about: '' }] : lines,
  };
}

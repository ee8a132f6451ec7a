import { sayCondition, sayJump } from '../logic/say-condition.ts';
import { isLines } from '../question/part.ts';
import { roomOf } from '../question/rooms.ts';
import type { Option } from '../question/shared.ts';
import { type Question, type QuestionSet, scaleOf } from '../question.ts';
import { SHARED_ANSWERS_WORDS } from '../shared-answers.ts';
import { partOf } from '../texts.ts';
import { wordingKey } from '../wording-key.ts';

/** One thing that reads differently; a text on either side may be blank. */
export interface Change {
  what: string;
  before: string;
  after: string;
}

export interface ComparedQuestion {
  key: string;
  /** Its number in the newer version, or in the older for one that is gone. */
  number: number;
  wording: string;
  kind: 'added' | 'gone' | 'changed' | 'moved' | 'same';
  changes: Change[];
  /** Why answers before and after are two series; null where they are one. */
  trendBreak: string | null;
}

export interface ComparedVersions {
  around: Change[];
  questions: ComparedQuestion[];
  isSame: boolean;
}

/** What a reader of the older version has to know of the newer, question by question in the newer order, gone ones last. */
export function compareVersions(before: QuestionSet, after: QuestionSet): ComparedVersions {
  const old = new Map(before.questions.map((question, at) => [question.key, { question, at }]));
  const kept = before.questions.filter(({ key }) => after.questions.some((question) => question.key === key));
  const stayed = new Set(longestOrder(kept, after.questions));
  const sets = { before: before.questions, after: after.questions };
  const questions = [
    ...after.questions.map((question, at) =>
      compare(old.get(question.key)?.question, question, at, stayed, sets),
    ),
    ...before.questions
      .filter((question) => !kept.includes(question))
      .map((question) => gone(question, old.get(question.key)!.at)),
  ];
  const around = changesBetween(factsAround(before), factsAround(after));
  return { around, questions, isSame: around.length === 0 && questions.every(({ kind }) => kind === 'same') };
}

function compare(
  before: Question | undefined,
  after: Question,
  at: number,
  stayed: ReadonlySet<string>,
  sets: { before: readonly Question[]; after: readonly Question[] },
): ComparedQuestion {
  const { key, wording } = after;
  const found = { key, wording, number: at + 1, changes: [], trendBreak: null };
  if (!before) return { ...found, kind: 'added' };
  const changes = changesBetween(factsOf(before, sets.before), factsOf(after, sets.after));
  const isMoved = !stayed.has(key);
  const kind = changes.length > 0 ? 'changed' : isMoved ? 'moved' : 'same';
  return { ...found, kind, changes, trendBreak: trendBreakOf(before, after) };
}

function gone({ key, wording }: Question, at: number): ComparedQuestion {
  return { key, wording, number: at + 1, kind: 'gone', changes: [], trendBreak: null };
}

/** A fact in words; `is` where equal words can mean different things, or different words the same. */
interface Fact {
  what: string;
  text: string;
  is?: string;
}

function changesBetween(before: readonly Fact[], after: readonly Fact[]): Change[] {
  return before.flatMap(({ what, text, is = text }, at) => {
    const other = after[at]!;
    return is === (other.is ?? other.text) ? [] : [{ what, before: text, after: other.text }];
  });
}

/** Everything about a question as words, in the same order for both versions of it, whatever its kind became. */
function factsOf(question: Question, all: readonly Question[]): Fact[] {
  const { wording, help = '', concept, required, declinable, serves = '', showIf, jumps = [] } = question;
  return [
    { what: 'Wording', text: wording },
    { what: 'Kind', text: roomOf(question).words.choose },
    { what: 'Answers', text: answersOf(question) },
    { what: 'Line under the wording', text: help },
    { what: 'About', text: concept },
    { what: 'Must be answered', text: sayFlag(required) },
    { what: 'May prefer not to say', text: sayFlag(declinable) },
    { what: 'Serves', text: serves },
    // Numbers in the words change when questions move; what is asked of whom does not.
    { what: 'Asked when', text: showIf ? sayCondition(showIf, all) : '', is: JSON.stringify(showIf) ?? '' },
    { what: 'Then', text: jumps.map((jump) => sayJump(jump, all)).join('; '), is: JSON.stringify(jumps) },
  ];
}

function factsAround(set: QuestionSet): Fact[] {
  return [
    { what: 'Words before the questions', text: set.intro },
    { what: 'Words after the questions', text: set.closing ?? '' },
    { what: 'Answers through a link', text: SHARED_ANSWERS_WORDS[set.shared ?? 'held'] },
    { what: 'Languages', text: languagesOf(set), is: JSON.stringify(set.translations) ?? '' },
  ];
}

function sayFlag(flag: boolean | undefined): string {
  return flag ? 'yes' : 'no';
}

/** The parts of its kind in words: choices, ends, bounds. */
function answersOf(question: Question): string {
  return roomOf(question)
    .parts.map((part) => {
      const value = partOf(question, part.name);
      if (value === undefined || value === false) return '';
      if (value === true) return part.label;
      return typeof value === 'object' && isLines(value)
        ? value.map(({ label }) => label).join(' · ')
        : `${part.label}: ${String(value)}`;
    })
    .filter((text) => text !== '')
    .join('; ');
}

/**
 * Answers are one series only under the same (concept, wording, scale, persona) and, where they choose, the same choices
 * (DOMAIN A5). The persona of a survey never changes.
 */
export function trendBreakOf(before: Question, after: Question): string | null {
  if (!roomOf(before).asks || !roomOf(after).asks) return null;
  if (scaleOf(before) !== scaleOf(after))
    return 'The scale is another. Answers before and after are two series.';
  if (before.concept !== after.concept)
    return 'It is about something else. Answers before and after are two series.';
  if (wordingKey(before.wording) !== wordingKey(after.wording))
    return 'The wording is another. Answers before and after are two series.';
  return sameLabels(roomOf(before).labels(before), roomOf(after).labels(after))
    ? null
    : 'The answers to choose from are others. Answers before and after are two series.';
}

function sameLabels(before: readonly Option[], after: readonly Option[]): boolean {
  const texts = (labels: readonly Option[]) =>
    labels.map(({ key, label }) => `${key} ${wordingKey(label)}`).sort();
  return JSON.stringify(texts(before)) === JSON.stringify(texts(after));
}

function languagesOf({ translations = {} }: QuestionSet): string {
  return Object.entries(translations)
    .map(([language, texts]) => `${language} (${Object.keys(texts).length} texts)`)
    .sort()
    .join(', ');
}

/** The keys of a longest run of questions that kept their order; whatever is not in it was moved. */
function longestOrder(before: readonly Question[], after: readonly Question[]): string[] {
  const places = new Map(after.map(({ key }, at) => [key, at]));
  const runs: string[][] = [];
  for (const { key } of before) {
    const earlier = runs.filter((run) => places.get(run.at(-1)!)! < places.get(key)!);
    const longest = earlier.reduce<string[]>((best, run) => (run.length > best.length ? run : best), []);
    runs.push([...longest, key]);
  }
  return runs.reduce<string[]>((best, run) => (run.length > best.length ? run : best), []);
}

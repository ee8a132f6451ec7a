import type { AnswerValue } from '../question/given.ts';
import { DECLINED, type Option, OTHER } from '../question/shared.ts';
import type { Answers } from './answers.ts';

/** What may stand in a wording besides an earlier answer, with an example for the preview. */
export const FACTS = {
  'person.first_name': 'First name',
  'person.name': 'Whole name',
  'account.name': 'Account',
  'persona.name': 'Persona',
  'workspace.name': 'Who asks',
} as const;
export type Fact = keyof typeof FACTS;

/** What is known of the respondent; a blank fact leaves the fallback. */
export type Facts = Readonly<Record<Fact, string>>;

/** What is known of one respondent, from the names that an invitation knows. */
export function factsOf(known: {
  personName: string;
  accountName: string;
  personaName: string;
  workspaceName: string;
}): Facts {
  return {
    'person.first_name': known.personName.trim().split(/\s+/)[0]!,
    'person.name': known.personName,
    'account.name': known.accountName,
    'persona.name': known.personaName,
    'workspace.name': known.workspaceName,
  };
}

export interface Pipe {
  start: number;
  end: number;
  name: string;
  /** What stands there when nothing is known; null when the writer gave none. */
  fallback: string | null;
}

const PIPE = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g;

/** The places of a text that are filled in: `{{account.name|your company}}`, `{{q2|that}}`. */
export function pipesIn(text: string): Pipe[] {
  return [...text.matchAll(PIPE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: match[1]!.trim(),
    fallback: match[2]?.trim() || null,
  }));
}

/**
 * The text as a member reads it, to whom nobody in particular is asked: what stands between braces gives way to the words
 * for when nothing is known, and the persona to its name where that is given.
 */
export function withoutPipes(text: string, personaName: string | null = null): string {
  return pipesIn(text).reduceRight((read, { start, end, name, fallback }) => {
    const words = name === 'persona.name' ? (personaName ?? fallback) : fallback;
    return `${read.slice(0, start)}${words ?? '…'}${read.slice(end)}`;
  }, text);
}

export function isFact(name: string): name is Fact {
  return Object.hasOwn(FACTS, name);
}

/** The questions whose answers stand in a text. */
export function pipedKeys(text: string): string[] {
  return pipesIn(text)
    .map(({ name }) => name)
    .filter((name) => !isFact(name));
}

/** Question keys with the labels of their choices, to say an answer in words. */
export type Labels = ReadonlyMap<string, readonly Option[]>;

/** The text as one respondent reads it. Plain text in, plain text out: whoever prints it escapes it. */
export function fillIn(text: string, facts: Facts, answers: Answers, labels: Labels): string {
  return text.replace(PIPE, (_, rawName: string, rawFallback: string | undefined) => {
    const name = rawName.trim();
    const said = isFact(name) ? facts[name] : sayAnswer(answers.get(name), labels.get(name) ?? []);
    return said || rawFallback?.trim() || '';
  });
}

/** An answer inside a sentence; empty for one that was declined. */
function sayAnswer(answer: AnswerValue | undefined, labels: readonly Option[]): string {
  if (!answer || answer.choices?.includes(DECLINED)) return '';
  if (answer.score !== undefined) return String(answer.score);
  if (!answer.choices) return answer.verbatim ?? '';
  return answer.choices
    .map((choice) => (choice === OTHER ? (answer.verbatim ?? '') : labelOf(labels, choice)))
    .filter((words) => words !== '')
    .join(', ');
}

function labelOf(labels: readonly Option[], choice: string): string {
  return labels.find(({ key }) => key === choice)?.label ?? choice;
}

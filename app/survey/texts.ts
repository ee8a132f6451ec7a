import type { Part } from './question/part.ts';
import { isLines, type PartValue } from './question/part.ts';
import { roomOf } from './question/rooms.ts';
import type { Question, QuestionSet } from './question.ts';

/** A text that respondents read, where it stands, and what it is to them. */
export interface PlacedText {
  /** `intro`, `closing`, `q3.wording`, `q3.help`, `q3.low`, `q3.options.o2`: steady through versions. */
  place: string;
  text: string;
  role: 'question' | 'label' | 'prose';
}

/** Every text of a set in the order it is read; blank ones are left out. */
export function textsOf(set: QuestionSet): PlacedText[] {
  const all: PlacedText[] = [
    { place: 'intro', text: set.intro, role: 'prose' },
    ...set.questions.flatMap(textsOfQuestion),
    { place: 'closing', text: set.closing ?? '', role: 'prose' },
  ];
  return all.filter(({ text }) => text.trim() !== '');
}

function textsOfQuestion(question: Question): PlacedText[] {
  const { key, wording, help = '' } = question;
  const isAsked = roomOf(question).asks;
  return [
    { place: `${key}.wording`, text: wording, role: isAsked ? 'question' : 'prose' },
    { place: `${key}.help`, text: help, role: 'prose' },
    ...roomOf(question).parts.flatMap((part) => textsOfPart(key, part, partOf(question, part.name))),
  ];
}

/** A part of a frozen question. Its kind's own schema has checked it; here only its texts matter. */
export function partOf(question: Question, name: string): PartValue | number | undefined {
  return (question as unknown as Record<string, PartValue | number | undefined>)[name];
}

function textsOfPart(key: string, part: Part, value: PartValue | number | undefined): PlacedText[] {
  if (part.control === 'text' && part.translatable && typeof value === 'string')
    return [{ place: `${key}.${part.name}`, text: value, role: 'label' }];
  if (typeof value !== 'object' || !isLines(value)) return [];
  return value.map((line) => ({ place: `${key}.${part.name}.${line.key}`, text: line.label, role: 'label' }));
}

/** The set with its texts in another language; what is not translated stays as it was written. */
export function inLanguage(set: QuestionSet, language: string): QuestionSet {
  const texts = set.translations?.[language];
  if (!texts) return set;
  const say = (place: string, original: string) => texts[place]?.trim() || original;
  return {
    ...set,
    intro: say('intro', set.intro),
    ...(set.closing ? { closing: say('closing', set.closing) } : {}),
    questions: set.questions.map((question) => translated(question, say)),
  };
}

function translated(question: Question, say: (place: string, original: string) => string): Question {
  const { key } = question;
  const parts = roomOf(question).parts.map((part) => {
    const value = partOf(question, part.name);
    if (part.control === 'text' && part.translatable && typeof value === 'string')
      return [part.name, say(`${key}.${part.name}`, value)];
    if (typeof value !== 'object' || !isLines(value)) return [part.name, value];
    return [
      part.name,
      value.map((line) => ({ ...line, label: say(`${key}.${part.name}.${line.key}`, line.label) })),
    ];
  });
  const told = Object.fromEntries(parts.filter(([, value]) => value !== undefined));
  return {
    ...question,
    ...told,
    wording: say(`${key}.wording`, question.wording),
    ...(question.help ? { help: say(`${key}.help`, question.help) } : {}),
  } as Question;
}

import { Draft, type DraftQuestion } from '../draft/draft.ts';
import { isFact } from '../logic/piping.ts';
import {
  type ForeignFormat,
  refused,
  type Said,
  type Taken,
  type TakenLine,
  type TakenPart,
} from '../question/foreign.ts';
import type { Part, PartValue } from '../question/part.ts';
import type { Room } from '../question/room.ts';
import { type QuestionKind, ROOMS, roomOf } from '../question/rooms.ts';
import { MOST_QUESTIONS } from '../question.ts';
import { type Brought, type ForeignSurvey, type Found, leftOut, type ReportLine } from './brought.ts';
import { proposeConcept } from './concept.ts';
import { cutWords } from './plain-words.ts';
import { type TakenQuestion, takeLogic, whatOf } from './take-logic.ts';
import { type SayMark, type TextTaker, textTaker } from './take-texts.ts';

type InKind = { found: Found; at: number; key: string; kind: QuestionKind; taken: Taken & { kind: 'taken' } };

/** Makes a draft of what was found in a file. Which persona it asks, and what each question serves, it never says. */
export function takeSurvey(format: ForeignFormat, survey: ForeignSurvey): Brought {
  const chosen = chooseKinds(format, survey.found);
  const inKind = chosen.filter((one) => 'key' in one);
  const texts = textTaker();
  const counter = { next: inKind.length + 1 };
  const all = inKind.map((one) => takeQuestion(one, inKind, counter, texts));
  const places = new Map(survey.found.map(({ theirs }, at) => [theirs, at] as const).toReversed());
  const logic = new Map(all.map((own) => [own.at, takeLogic(own, { all, places })]));
  const said = (text: Said, place: string) =>
    texts.take(text, place, 600, { place: place === 'intro' ? 'Welcome' : 'Ending', say: sayFact });
  const draft = {
    ...{ intro: said(survey.intro, 'intro'), closing: said(survey.closing, 'closing'), next: counter.next },
    questions: all.map(({ at, question }) => {
      const { showIf, jumps } = logic.get(at)!;
      return { ...question, showIf, jumps };
    }),
  };
  const lines = chosen.flatMap((one, at) =>
    'key' in one
      ? [lineOf(one), ...lostLines(one.found), ...logic.get(at)!.report]
      : [leftOut(survey.found[at]!.place, whatOf(survey.found[at]!), one.sentence)],
  );
  return {
    name: cutWords(survey.name.replace(/\p{Cc}+/gu, ' ').trim(), 80),
    language: survey.language,
    draft: Draft.parse(draft),
    translations: texts.translations(),
    report: [...survey.report, ...lines, ...texts.report()],
  };
}

type Refused = Taken & { kind: 'refused' };

/** A kind for each question that was found, or why it has none. */
function chooseKinds(format: ForeignFormat, found: readonly Found[]): (InKind | Refused)[] {
  let count = 0;
  return found.map((one, at) => {
    const chosen = one.why === null ? chooseKind(format, one) : { kind: null, taken: refused(one.why) };
    if (chosen.taken.kind === 'refused') return chosen.taken;
    if (count >= MOST_QUESTIONS)
      return refused(`A survey holds ${MOST_QUESTIONS} questions at most.`) as Refused;
    count += 1;
    return { found: one, at, key: `q${count}`, kind: chosen.kind!, taken: chosen.taken };
  });
}

/** The first kind that says the question is its own, in the order in which kinds are offered. */
function chooseKind(format: ForeignFormat, { element }: Found): { kind: QuestionKind | null; taken: Taken } {
  for (const room of ROOMS as readonly Room[]) {
    const made = room.foreign?.[format]?.(element);
    if (made) return { kind: room.kind as QuestionKind, taken: made };
  }
  return {
    kind: null,
    taken: refused(`There is no kind of question here for “${cutWords(element.type, 40)}”.`),
  };
}

function takeQuestion(
  one: InKind,
  all: readonly InKind[],
  counter: { next: number },
  texts: TextTaker,
): TakenQuestion {
  const { found, at, key, kind, taken } = one;
  const room = roomOf({ kind });
  const where = { place: found.place, say: sayEarlier(all, at) };
  const words = (said: Said, name: string, most: number) => texts.take(said, `${key}.${name}`, most, where);
  const values = new Map(taken.values);
  const parts: Record<string, PartValue> = {};
  for (const part of room.parts) {
    const given = taken.parts?.[part.name];
    if (given !== undefined) parts[part.name] = takePart(part, given, { counter, values, words });
  }
  const wording = words(found.element.wording, 'wording', 500);
  const isNamed = kind === 'recommend' || kind === 'statement' || kind === 'consent';
  const question: DraftQuestion = {
    ...{ key, kind, wording, help: words(found.help, 'help', 300) },
    concept: isNamed ? room.blank.concept! : proposeConcept(found.name, wording),
    ...{ required: found.required && room.asks, declinable: false, serves: '', assumes: '' },
    ...{ showIf: null, jumps: [], parts },
  };
  return { found, at, question, values };
}

interface PartTaking {
  counter: { next: number };
  values: Map<string, string>;
  words(said: Said, name: string, most: number): string;
}

function takePart(part: Part, given: TakenPart, { counter, values, words }: PartTaking): PartValue {
  if (part.control === 'lines' && Array.isArray(given)) {
    const list: readonly TakenLine[] = given;
    return list.slice(0, part.most).map(({ theirs, label }) => {
      const own = `${part.letter}${counter.next}`;
      counter.next += 1;
      if (!values.has(theirs)) values.set(theirs, own);
      return { key: own, label: words(label, `${part.name}.${own}`, 200) };
    });
  }
  if (part.control === 'text' && typeof given === 'object' && 'text' in given)
    return words(given, part.name, part.most);
  return typeof given === 'boolean' || typeof given === 'string' ? given : '';
}

/** An earlier question that came in and takes an answer, or a fact of ours. */
function sayEarlier(all: readonly InKind[], before: number): SayMark {
  return (theirs) =>
    all.find(({ found, at, kind }) => found.theirs === theirs && at < before && roomOf({ kind }).asks)?.key ??
    sayFact(theirs);
}

function sayFact(theirs: string): string | null {
  return isFact(theirs) ? theirs : null;
}

/** What became of the question as a whole. */
function lineOf({ found, key, kind, taken }: InKind): ReportLine {
  const room = roomOf({ kind });
  const notes = [...(taken.changed ?? []), ...cutLists(room, taken)];
  const sentence = [`Question ${key.slice(1)}: ${lowerFirst(room.words.choose)}.`, ...notes].join(' ');
  return {
    place: found.place,
    what: whatOf(found),
    outcome: notes.length > 0 ? 'changed' : 'carried',
    sentence,
  };
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

function cutLists(room: Room, taken: InKind['taken']): string[] {
  return room.parts.flatMap((part) => {
    const given = taken.parts?.[part.name];
    if (part.control !== 'lines' || !Array.isArray(given) || given.length <= part.most) return [];
    const dropped = (given as readonly TakenLine[]).slice(part.most).map(({ label }) => `“${label.text}”`);
    return [`Only the first ${part.most} come in; left out: ${cutWords(dropped.join(', '), 300)}.`];
  });
}

function lostLines(found: Found): ReportLine[] {
  const { format, link, picture, code } = found.element.dressing();
  const dressing = [
    ...(format ? ['Bold type, lists and other formatting are left out; the words stay.'] : []),
    ...(link ? ['The address behind a link is left out; its words stay.'] : []),
    ...(picture ? ['A picture or a film in its text is left out.'] : []),
    ...(code ? ['A script or a style in its text is left out.'] : []),
  ];
  return [...dressing, ...found.lost].map((sentence) => leftOut(found.place, whatOf(found), sentence));
}

import { roomOf } from '#app/survey/question/rooms.ts';
import type { AskedQuestion } from '../asked-question.ts';
import { choicesKeyOf } from '../comparable.ts';
import { type AnswerOut, columnName } from '../wire/response-wire.ts';
import { type Cell, type CellKind, DECLINED_CELL, type TableColumn } from './table.ts';

/** Of one lane: whose answers, to which questions, and whether words may be in it. */
export interface LaneAsked {
  persona: { id: string; name: string };
  asked: readonly AskedQuestion[];
  /** Answers that were given in confidence go out without words and numbers of people's own. */
  open: boolean;
}

/** Where the cells of one lane's answers go. */
export interface Placed {
  question: string;
  suffix: string;
  beside: boolean;
  several: boolean;
  at: number;
}

/**
 * A column for each question of each persona, or for each part of it, in the order asked. The answers of several waves share a
 * column only where the same was asked in the same words: worded otherwise, `buyer.q1` becomes `buyer.q1~2`.
 */
export class QuestionColumns {
  readonly columns: TableColumn[] = [];
  readonly #first: number;
  readonly #places = new Map<string, number>();
  readonly #taken = new Map<string, number>();

  /** @param first the place of the first of them in a row */
  constructor(first: number) {
    this.#first = first;
  }

  place({ persona, asked, open }: LaneAsked): Placed[] {
    return asked
      .filter(({ frozen, reading: { view } }) => roomOf(frozen).asks && (open || isCountable(view)))
      .flatMap((question) =>
        partsOf(question)
          .filter(({ beside }) => open || !beside)
          .map((part) => ({ ...part, question: question.key, at: this.#at(persona, question, part) })),
      );
  }

  #at(persona: LaneAsked['persona'], question: AskedQuestion, part: Part): number {
    const name = columnName({ persona: persona.id, question: question.key, ...part });
    const meaning = JSON.stringify([
      name,
      question.scale,
      question.wordingKey,
      choicesKeyOf(question.options),
    ]);
    const known = this.#places.get(meaning);
    if (known !== undefined) return known;
    const times = (this.#taken.get(name) ?? 0) + 1;
    this.#taken.set(name, times);
    const { kind, words } = part;
    const label = [`${persona.name}: ${question.wording}`, part.label].filter(Boolean).join(' / ');
    this.columns.push({
      key: times === 1 ? name : `${name}~${times}`,
      label,
      kind,
      ...(words ? { words } : {}),
    });
    const at = this.#first + this.columns.length - 1;
    this.#places.set(meaning, at);
    return at;
  }
}

interface Part {
  suffix: string;
  beside: boolean;
  several: boolean;
  label: string;
  kind: CellKind;
  words?: TableColumn['words'];
}

function isCountable(view: AskedQuestion['reading']['view']): boolean {
  return view !== 'words' && view !== 'spread';
}

function partsOf({ frozen, scale, reading }: AskedQuestion): Part[] {
  return roomOf(frozen)
    .columns(frozen)
    .map(({ suffix }) => ({ suffix, ...readingOf(suffix, scale, reading) }));
}

const ONE = { beside: false, several: false, label: '' } as const;

function readingOf(
  suffix: string,
  scale: AskedQuestion['scale'],
  reading: AskedQuestion['reading'],
): Omit<Part, 'suffix'> {
  switch (reading.view) {
    case 'score':
      return { ...ONE, kind: 'whole' };
    case 'shares':
      if (suffix !== '') return { ...ONE, beside: true, label: 'in their own words', kind: 'text' };
      if (RATED.has(scale)) return { ...ONE, kind: 'whole' };
      return {
        ...ONE,
        several: reading.several,
        kind: reading.several ? 'several' : 'text',
        words: reading.values,
      };
    case 'grid': {
      const label = reading.rows.find(({ key }) => key === suffix)?.label ?? suffix;
      return reading.ordered
        ? { ...ONE, label, kind: 'whole' }
        : { ...ONE, label, kind: 'text', words: reading.columns };
    }
    case 'spread':
      return { ...ONE, kind: reading.of === 'date' ? 'day' : 'number' };
    case 'words':
    case 'none':
      return { ...ONE, kind: 'text' };
    default:
      return reading satisfies never;
  }
}

const RATED: ReadonlySet<string> = new Set(['csat_1_5', 'ces_1_7', 'rating_1_5', 'rating_1_7']);

export function answerCell(answer: AnswerOut, { suffix, beside, several }: Placed): Cell {
  if ('declined' in answer) return beside ? null : DECLINED_CELL;
  if ('cells' in answer) return answer.cells[suffix] ?? null;
  if (beside) return ('text' in answer ? answer.text : null) ?? null;
  if ('score' in answer) return answer.score;
  if ('value' in answer) return answer.value;
  if ('choices' in answer) return several ? answer.choices : (answer.choices[0] ?? null);
  return answer.text;
}

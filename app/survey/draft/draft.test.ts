import { describe, expect, test } from 'vitest';
import { QUESTION_KINDS } from '../question/rooms.ts';
import { checkDraft, readSet } from './check-draft.ts';
import {
  addLine,
  addQuestion,
  changeQuestion,
  Draft,
  emptyDraft,
  linesOf,
  moveQuestion,
  putQuestion,
  removeLine,
  removeQuestion,
} from './draft.ts';
import { applyAct, readAct } from './draft-act.ts';
import { findOverlong, readTyped } from './draft-form.ts';

const three = ['text', 'rating', 'single'] as const;
const BUYERS = { base: 'buyer', plural: 'Buyers' } as const;
const drafted = () => three.reduce((draft, kind) => addQuestion(draft, kind), emptyDraft());
const keysOf = (draft: Draft) => draft.questions.map(({ key }) => key);

describe('a draft', () => {
  test('never gives a key a second time, so that a new question joins no old series', () => {
    const first = addQuestion(addQuestion(emptyDraft(), 'text'), 'text');
    const again = addQuestion(removeQuestion(first, 'q2'), 'text');
    expect(keysOf(again)).toEqual(['q1', 'q3']);
    const choices = addQuestion(emptyDraft(), 'single');
    const other = addLine(removeLine(choices, 'q1', 'options', 'o3'), 'q1', 'options');
    expect(linesOf(other.questions[0]!, 'options').map(({ key }) => key)).toEqual(['o2', 'o4']);
  });

  test('moves a question one place, and at either end leaves it', () => {
    const draft = drafted();
    expect(keysOf(moveQuestion(draft, 'q2', -1))).toEqual(['q2', 'q1', 'q3']);
    expect(keysOf(moveQuestion(draft, 'q3', 1))).toEqual(keysOf(draft));
    expect(keysOf(moveQuestion(draft, 'q1', -1))).toEqual(keysOf(draft));
    expect(keysOf(moveQuestion(draft, 'q9', 1))).toEqual(keysOf(draft));
  });

  test('takes back a question that somebody dropped while it was written', () => {
    const draft = addQuestion(emptyDraft(), 'text');
    const typed = { ...draft.questions[0]!, wording: 'Mine' };
    expect(putQuestion(removeQuestion(draft, 'q1'), typed).questions).toEqual([typed]);
  });

  test.each(QUESTION_KINDS)('names what a blank %s question lacks, by question and field', (kind) => {
    const blank = changeQuestion(addQuestion(emptyDraft(), kind), 'q1', (question) => ({
      ...question,
      wording: '',
    }));
    const checked = checkDraft(blank, BUYERS);
    expect(checked.kind).toBe('faults');
    if (checked.kind === 'faults')
      expect(checked.faults[0]).toEqual({ key: 'q1', field: 'wording', sentence: 'Write the question.' });
  });

  test('without questions lacks one', () => {
    expect(checkDraft(emptyDraft(), BUYERS)).toEqual({
      kind: 'faults',
      faults: [{ key: null, field: 'questions', sentence: 'Ask at least one question.' }],
    });
  });

  test('of words alone lacks a question, because nobody could send it back', () => {
    const words = changeQuestion(addQuestion(emptyDraft(), 'statement'), 'q1', (question) => ({
      ...question,
      wording: 'Thank you for your time.',
    }));
    expect(checkDraft(words, BUYERS)).toEqual({
      kind: 'faults',
      faults: [{ key: null, field: 'questions', sentence: 'Ask at least one question.' }],
    });
  });

  test('can be taken up again from what was published', () => {
    const checked = readSet(addQuestion(emptyDraft(), 'recommend'));
    if (checked.kind !== 'ready') throw new Error(checked.kind);
    const draft = addQuestion(Draft.parse(JSON.parse(JSON.stringify(checked.set))), 'text');
    expect(keysOf(draft)).toEqual(['q1', 'q2']);
  });
});

describe('an act', () => {
  test.each(['', 'publish', 'add:poem', 'drop', 'save_all'])('%j is none', (intent) =>
    expect(readAct(intent)).toBeNull(),
  );

  test('keeps the typed question also when it acts on another', () => {
    const before = drafted();
    const question = { ...before.questions[0]!, wording: 'Typed' };
    const { draft, show } = applyAct(before, { question, around: null }, { kind: 'remove', key: 'q2' });
    expect(draft.questions[0]!.wording).toBe('Typed');
    expect(show).toBe('q1');
  });

  test('on the question that is shown shows another afterwards', () => {
    const before = addQuestion(emptyDraft(), 'text');
    const typed = { question: before.questions[0]!, around: null };
    expect(applyAct(before, typed, { kind: 'remove', key: 'q1' })).toMatchObject({
      show: null,
      draft: { questions: [] },
    });
  });

  describe('that pastes lines', () => {
    const pasted = (written: readonly string[], at: number, labels: readonly string[]) => {
      const blank = addQuestion(emptyDraft(), 'single');
      const before = changeQuestion(blank, 'q1', (question) => ({
        ...question,
        parts: { options: written.map((label, index) => ({ key: `o${index + 2}`, label })) },
      }));
      const typed = { question: before.questions[0]!, around: null };
      const line = linesOf(before.questions[0]!, 'options')[at]!.key;
      const made = applyAct(before, typed, { kind: 'paste_lines', name: 'options', line, labels });
      const lines = linesOf(made.draft.questions[0]!, 'options');
      const focused = lines.find(({ key }) => made.focus === `line-${key}`);
      return { labels: lines.map(({ label }) => label), focus: focused?.label };
    };

    test('leaves none of the blank ones behind that a list begins with', () => {
      const three = pasted(['', ''], 0, ['The price', 'The terms', 'Nobody asked']);
      expect(three.labels).toEqual(['The price', 'The terms', 'Nobody asked']);
      expect(three.focus).toBe('Nobody asked');
    });

    test('writes over no line that has words, and past none', () => {
      const between = pasted(['', 'Nothing did', ''], 0, ['The price', 'The terms']);
      expect(between.labels).toEqual(['The price', 'The terms', 'Nothing did', '']);
    });

    test('makes as many as the list may have', () => {
      const many = Array.from({ length: 60 }, (_, at) => `Choice ${at + 1}`);
      expect(pasted(['', ''], 0, many).labels).toEqual(many.slice(0, 50));
    });
  });
});

describe('the editor’s form', () => {
  const form = (fields: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    return data;
  };

  test('is read with its choices in the order they stand, whatever their numbers', () => {
    const fields = {
      'parts.options.4.key': 'o9',
      'parts.options.4.label': 'A',
      'parts.options.1.key': 'o2',
      'parts.options.1.label': 'B',
    };
    const { question } = readTyped(form({ key: 'q1', kind: 'single', wording: 'One\r\ntwo', ...fields }));
    expect(question).toMatchObject({
      wording: 'One\ntwo',
      required: false,
      parts: {
        options: [
          { key: 'o9', label: 'A' },
          { key: 'o2', label: 'B' },
        ],
      },
    });
  });

  test.each<Record<string, string>>([{ key: 'q1', kind: 'poem' }, { key: '__proto__', kind: 'text' }, {}])(
    'holds no question in %j',
    (fields) => expect(readTyped(form(fields)).question).toBeNull(),
  );

  test.each([
    [{ intro: 'Hello', shared: 'counted' }, 'counted'],
    [{ intro: 'Hello' }, 'held'],
    [{ intro: 'Hello', shared: 'everything' }, 'held'],
  ])('holds the choice about a shared link, and the strict one for anything else: %j', (fields, shared) => {
    expect(readTyped(form(fields)).around).toMatchObject({ shared });
  });

  test('says which text is too long to be kept', () => {
    const typed = readTyped(form({ key: 'q1', kind: 'text', wording: 'w'.repeat(501), concept: 'c' }));
    expect(findOverlong(typed)).toEqual({ wording: 'Keep it under 500 characters.' });
    const around = { intro: 'i'.repeat(601), closing: '', shared: 'held' } as const;
    expect(findOverlong({ question: null, around })).toEqual({
      intro: 'Keep it under 600 characters.',
    });
    expect(findOverlong({ question: null, around: null })).toBeNull();
  });
});

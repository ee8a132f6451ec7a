import { describe, expect, test } from 'vitest';
import {
  addOption,
  addQuestion,
  changeQuestion,
  checkDraft,
  Draft,
  emptyDraft,
  moveQuestion,
  putQuestion,
  removeOption,
  removeQuestion,
} from './draft.ts';
import { applyAct, readAct } from './draft-act.ts';
import { findOverlong, readTyped } from './draft-form.ts';
import { QUESTION_KINDS } from './question-kind.ts';

const three = ['text', 'rating', 'single'] as const;
const keysOf = (draft: Draft) => draft.questions.map(({ key }) => key);

describe('a draft', () => {
  test('never gives a key a second time, so that a new question joins no old series', () => {
    const first = addQuestion(addQuestion(emptyDraft(), 'text'), 'text');
    const again = addQuestion(removeQuestion(first, 'q2'), 'text');
    expect(keysOf(again)).toEqual(['q1', 'q3']);
    const choices = addQuestion(emptyDraft(), 'single');
    const other = addOption(removeOption(choices, 'q1', 'o3'), 'q1');
    expect(other.questions[0]!.options.map(({ key }) => key)).toEqual(['o2', 'o4']);
  });

  test('moves a question one place, and at either end leaves it', () => {
    const draft = three.reduce(addQuestion, emptyDraft());
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
    const checked = checkDraft(blank);
    expect(checked.kind).toBe('faults');
    if (checked.kind === 'faults')
      expect(checked.faults[0]).toEqual({ key: 'q1', field: 'wording', sentence: 'Write the question.' });
  });

  test('without questions lacks one', () => {
    expect(checkDraft(emptyDraft())).toEqual({
      kind: 'faults',
      faults: [{ key: null, field: 'questions', sentence: 'Ask at least one question.' }],
    });
  });

  test('can be taken up again from what was published', () => {
    const checked = checkDraft(addQuestion(emptyDraft(), 'recommend'));
    if (checked.kind !== 'ready') throw new Error(checked.kind);
    const draft = addQuestion(Draft.parse(JSON.parse(JSON.stringify(checked.set))), 'text');
    expect(keysOf(draft)).toEqual(['q1', 'q2']);
  });
});

describe('an act', () => {
  test.each(['', 'publish', 'add:ranking', 'drop', 'save_all'])('%j is none', (intent) =>
    expect(readAct(intent)).toBeNull(),
  );

  test('keeps the typed question also when it acts on another', () => {
    const before = three.reduce(addQuestion, emptyDraft());
    const question = { ...before.questions[0]!, wording: 'Typed' };
    const { draft, show } = applyAct(before, { question, intro: null }, { kind: 'remove', key: 'q2' });
    expect(draft.questions[0]!.wording).toBe('Typed');
    expect(show).toBe('q1');
  });

  test('on the question that is shown shows another afterwards', () => {
    const before = addQuestion(emptyDraft(), 'text');
    const typed = { question: before.questions[0]!, intro: null };
    expect(applyAct(before, typed, { kind: 'remove', key: 'q1' })).toMatchObject({
      show: null,
      draft: { questions: [] },
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
      'options.4.key': 'o9',
      'options.4.label': 'A',
      'options.1.key': 'o2',
      'options.1.label': 'B',
    };
    const { question } = readTyped(form({ key: 'q1', kind: 'single', wording: 'One\r\ntwo', ...fields }));
    expect(question).toMatchObject({
      wording: 'One\ntwo',
      required: false,
      options: [
        { key: 'o9', label: 'A' },
        { key: 'o2', label: 'B' },
      ],
    });
  });

  test.each<Record<string, string>>([{ key: 'q1', kind: 'ranking' }, { key: '__proto__', kind: 'text' }, {}])(
    'holds no question in %j',
    (fields) => expect(readTyped(form(fields)).question).toBeNull(),
  );

  test('says which text is too long to be kept', () => {
    const typed = readTyped(form({ key: 'q1', kind: 'text', wording: 'w'.repeat(501), concept: 'c' }));
    expect(findOverlong(typed)).toEqual({ wording: 'Keep it under 500 characters.' });
    expect(findOverlong({ question: null, intro: 'i'.repeat(601) })).toEqual({
      intro: 'Keep it under 600 characters.',
    });
    expect(findOverlong({ question: null, intro: null })).toBeNull();
  });
});

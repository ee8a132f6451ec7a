import { describe, expect, test } from 'vitest';
import { type Builder, type Change, changeBuilder, openBuilder } from './builder-state.ts';
import { addQuestion, changeQuestion, type Draft, emptyDraft, removeQuestion } from './draft.ts';
import { fieldsOf, shapeOf, withField } from './field-path.ts';

const two = () => addQuestion(addQuestion(emptyDraft(), 'text'), 'single');
const open = (draft = two()) => openBuilder({ draft, revision: 1, savedAt: 0, shown: 'q1' });
const went = (state: Builder, ...changes: Change[]) => changes.reduce(changeBuilder, state);
const typed = (state: Builder, key: string, wording: string, at: number): Change => {
  const question = state.draft.questions.find((one) => one.key === key)!;
  return { kind: 'typed', question: { ...question, wording }, field: 'wording', at };
};
const worded = (draft: Draft, key: string, wording: string) =>
  changeQuestion(draft, key, (question) => ({ ...question, wording }));
const wordings = ({ draft }: Builder) => draft.questions.map(({ wording }) => wording);

describe('undoing', () => {
  test('takes back a sentence at once, and an act by itself', () => {
    let state = open();
    for (const [at, wording] of ['W', 'Wh', 'Why?'].entries())
      state = went(state, typed(state, 'q1', wording, at * 100));
    state = went(state, { kind: 'act', act: { kind: 'move', key: 'q1', to: 1 }, at: 900 });
    expect(state.said).toBe('Why?: now second of 2.');
    const moved = went(state, { kind: 'undo' });
    expect(moved.draft.questions.map(({ key }) => key)).toEqual(['q1', 'q2']);
    expect(moved.said).toBe('Undone: moved question 1.');
    expect(wordings(went(moved, { kind: 'undo' }))).toEqual(['', '']);
    expect(wordings(went(moved, { kind: 'undo' }, { kind: 'redo' }))).toEqual(['Why?', '']);
  });

  test('takes back the choice about shared links', () => {
    const chosen = went(open(), { kind: 'chose_shared', shared: 'counted', at: 0 });
    expect(chosen.draft.shared).toBe('counted');
    const undone = went(chosen, { kind: 'undo' });
    expect(undone.draft.shared).toBe('held');
    expect(undone.said).toBe('Undone: what a shared link makes of its answers.');
    expect(went(undone, { kind: 'redo' }).draft.shared).toBe('counted');
  });

  test('begins a new step after a pause', () => {
    let state = open();
    state = went(state, typed(state, 'q1', 'One', 0));
    state = went(state, typed(state, 'q1', 'One and two', 10_000));
    expect(wordings(went(state, { kind: 'undo' }))).toEqual(['One', '']);
  });

  test('never gives the key of an undone question to another', () => {
    const added = went(open(), { kind: 'act', act: { kind: 'add', question: 'date' }, at: 0 });
    const again = went(
      added,
      { kind: 'undo' },
      { kind: 'act', act: { kind: 'add', question: 'text' }, at: 1 },
    );
    const key = added.draft.questions.at(-1)!.key;
    expect(again.draft.questions.map((question) => question.key)).not.toContain(key);
  });

  test('keeps what somebody else wrote meanwhile, and says what it cannot take back', () => {
    const mine = went(open(), typed(open(), 'q1', 'Mine', 0));
    const theirs = worded(mine.base, 'q2', 'Theirs');
    const met = went(mine, { kind: 'met', theirs, revision: 2, by: 'Ana', at: 1 });
    expect(met.news).toBe('Ana also changed question 2.');
    expect(wordings(went(met, { kind: 'undo' }))).toEqual(['', 'Theirs']);
    const over = went(met, {
      kind: 'met',
      theirs: worded(worded(met.draft, 'q1', 'Theirs too'), 'q2', 'Theirs'),
      revision: 3,
      by: 'Ana',
      at: 2,
    });
    const kept = went({ ...over, base: over.draft }, { kind: 'undo' });
    expect(kept.said).toBe('Somebody changed it since, so it stays: words of question 1.');
  });
});

describe('saving', () => {
  test('is done once what was sent is what stands, and not before', () => {
    const first = went(open(), typed(open(), 'q1', 'One', 0));
    const sent = first.draft;
    const more = went(first, typed(first, 'q1', 'One more', 1));
    const answer = { revision: 2, at: 5, accepted: [] };
    expect(went(first, { kind: 'saved', sent, ...answer })).toMatchObject({ revision: 2, savedAt: 5 });
    const late = went(more, { kind: 'saved', sent, ...answer });
    expect(late.draft).not.toBe(late.base);
    expect(wordings(late)).toEqual(['One more', '']);
    const done = went(first, { kind: 'saved', sent, ...answer });
    expect(done.draft).toBe(done.base);
  });

  test('shows a neighbour when somebody dropped what is shown', () => {
    const state = open();
    const met = went(state, {
      kind: 'met',
      theirs: removeQuestion(state.base, 'q1'),
      revision: 2,
      by: null,
      at: 1,
    });
    expect(met.shown).toBe('q2');
    expect(met.news).toBe('Somebody else also dropped a question.');
  });

  test('puts my side of a clash in its place when I say so', () => {
    const mine = went(open(), typed(open(), 'q1', 'Mine', 0));
    const theirs = worded(mine.base, 'q1', 'Theirs');
    const met = went(mine, { kind: 'met', theirs, revision: 2, by: 'Ana', at: 1 });
    const [clash] = met.clashes;
    expect(wordings(met)[0]).toBe('Theirs');
    const settled = went(met, { kind: 'settle', clash: clash!, keep: 'mine', at: 2 });
    expect(wordings(settled)[0]).toBe('Mine');
    expect(settled.clashes).toEqual([]);
  });
});

describe('a question’s form', () => {
  const question = () => two().questions[1]!;

  test('changes one field and shares the rest', () => {
    const before = question();
    const changed = withField(before, 'parts.options.1.label', 'Two');
    expect(fieldsOf(changed).get('parts.options.1.label')).toBe('Two');
    const [first] = changed.parts.options as { key: string }[];
    expect(first).toBe((before.parts.options as { key: string }[])[0]);
    expect(shapeOf(changed)).toBe(shapeOf(before));
  });

  test('is drawn anew when a test looks at another question', () => {
    const before = {
      ...question(),
      showIf: { match: 'all', tests: [{ question: 'q1', op: 'is', value: '' }] },
    } as const;
    const asked = withField(before as never, 'showIf.tests.0.question', 'q9');
    expect(shapeOf(asked)).not.toBe(shapeOf(before as never));
  });
});

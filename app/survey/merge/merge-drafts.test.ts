import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addLine,
  addQuestion,
  changeQuestion,
  type Draft,
  emptyDraft,
  linesOf,
  moveQuestionTo,
  removeQuestion,
} from '../draft/draft.ts';
import { applyAct, type DraftAct } from '../draft/draft-act.ts';
import { QUESTION_KINDS } from '../question/rooms.ts';
import { mergeDrafts } from './merge-drafts.ts';

const KINDS = ['text', 'single', 'recommend', 'rating'] as const;
const base = () => KINDS.reduce((draft, kind) => addQuestion(draft, kind), emptyDraft());
const keysOf = (draft: Draft) => draft.questions.map(({ key }) => key);
const [Q1, Q2, Q3, Q4] = keysOf(base()) as [string, string, string, string];
const worded = (draft: Draft, key: string, wording: string) =>
  changeQuestion(draft, key, (question) => ({ ...question, wording }));
const questionIn = (draft: Draft, key: string) => draft.questions.find((one) => one.key === key)!;

describe('two drafts of the same survey', () => {
  test('written in different questions hold both', () => {
    const merged = mergeDrafts(base(), worded(base(), Q1, 'Mine'), worded(base(), Q3, 'Theirs'));
    expect(merged).toMatchObject({ clashes: [], changed: [Q3] });
    expect(questionIn(merged.draft, Q1).wording).toBe('Mine');
    expect(questionIn(merged.draft, Q3).wording).toBe('Theirs');
  });

  test('written in different fields of one question hold both', () => {
    const theirs = changeQuestion(base(), Q1, (question) => ({ ...question, help: 'Theirs' }));
    const { draft, clashes } = mergeDrafts(base(), worded(base(), Q1, 'Mine'), theirs);
    expect(questionIn(draft, Q1)).toMatchObject({ wording: 'Mine', help: 'Theirs' });
    expect(clashes).toEqual([]);
  });

  test('that differ in one field keep theirs in place and mine at hand', () => {
    const { draft, clashes } = mergeDrafts(base(), worded(base(), Q1, 'Mine'), worded(base(), Q1, 'Theirs'));
    expect(questionIn(draft, Q1).wording).toBe('Theirs');
    expect(clashes).toEqual([{ key: Q1, field: 'wording', mine: 'Mine', theirs: 'Theirs' }]);
  });

  test('hold what one of them chose about shared links', () => {
    const counted = { ...base(), shared: 'counted' } as const;
    expect(mergeDrafts(base(), counted, worded(base(), Q1, 'Theirs')).draft.shared).toBe('counted');
    expect(mergeDrafts(base(), worded(base(), Q1, 'Mine'), counted).draft.shared).toBe('counted');
    const back = mergeDrafts(counted, { ...base(), intro: 'Mine' }, { ...counted, intro: 'Theirs' });
    expect(back.draft.shared).toBe('held');
    expect(back.clashes.map(({ field }) => field)).toEqual(['intro']);
  });

  test('keep what one dropped while the other wrote in it, and say so', () => {
    const written = worded(base(), Q1, 'Mine');
    const mineStays = mergeDrafts(base(), written, removeQuestion(base(), Q1));
    expect(questionIn(mineStays.draft, Q1).wording).toBe('Mine');
    expect(mineStays.kept).toEqual([{ key: Q1, droppedBy: 'them' }]);
    const theirsStays = mergeDrafts(base(), removeQuestion(base(), Q1), written);
    expect(questionIn(theirsStays.draft, Q1).wording).toBe('Mine');
    expect(theirsStays.kept).toEqual([{ key: Q1, droppedBy: 'me' }]);
  });

  test('drop what one dropped and the other left alone', () => {
    const merged = mergeDrafts(base(), worded(base(), Q1, 'Mine'), removeQuestion(base(), Q2));
    expect(keysOf(merged.draft)).toEqual([Q1, Q3, Q4]);
    expect(merged.dropped).toBe(1);
  });

  test('moved in each by its own editor are in both new places', () => {
    const mine = moveQuestionTo(base(), Q1, 3);
    const theirs = moveQuestionTo(base(), Q4, 0);
    expect(keysOf(mergeDrafts(base(), mine, theirs).draft)).toEqual([Q4, Q2, Q3, Q1]);
  });

  test('with a new question each hold two, and mine is still asked after its own condition', () => {
    const [first, second] = [addQuestion(base(), 'text'), addQuestion(base(), 'date')];
    const added = keysOf(first).at(-1)!;
    const mine = changeQuestion(first, Q4, (question) => ({
      ...question,
      wording: `Because of {{${added}|that}}`,
      jumps: [{ when: { match: 'all', tests: [{ question: added, op: 'answered', value: '' }] }, to: added }],
    }));
    const { draft } = mergeDrafts(base(), mine, second);
    const keys = keysOf(draft);
    expect(new Set(keys).size).toBe(6);
    const own = draft.questions.find(({ kind, key }) => kind === 'text' && key !== Q1)!.key;
    expect(own).not.toBe(added);
    expect(questionIn(draft, Q4).wording).toBe(`Because of {{${own}|that}}`);
    expect(questionIn(draft, Q4).jumps[0]).toMatchObject({ to: own, when: { tests: [{ question: own }] } });
  });

  test('with a new choice each hold both choices', () => {
    const labelled = (label: string) => {
      const added = addLine(base(), Q2, 'options');
      return changeQuestion(added, Q2, (question) => ({
        ...question,
        parts: {
          ...question.parts,
          options: linesOf(question, 'options').map((line, at, all) =>
            at === all.length - 1 ? { ...line, label } : line,
          ),
        },
      }));
    };
    const lines = linesOf(questionIn(mergeDrafts(base(), labelled('A'), labelled('B')).draft, Q2), 'options');
    expect(
      lines
        .map(({ label }) => label)
        .filter(Boolean)
        .sort(),
    ).toEqual(['A', 'B']);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
  });
});

/** A draft that somebody went on with: acts on any question, and words in any field. */
const steps = fc.array(
  fc.record({
    at: fc.nat(9),
    to: fc.nat(9),
    words: fc.string({ maxLength: 4 }),
    kind: fc.constantFrom(...QUESTION_KINDS),
    act: fc.constantFrom(
      'write',
      'write',
      'help',
      'add',
      'copy',
      'remove',
      'move',
      'line',
      'drop_line',
      'test',
    ),
  }),
  { maxLength: 8 },
);

function goOn(from: Draft, taken: typeof steps extends fc.Arbitrary<infer T> ? T : never): Draft {
  return taken.reduce((draft, { at, to, words, kind, act }) => {
    const question = draft.questions[at % Math.max(1, draft.questions.length)];
    if (!question) return addQuestion(draft, kind);
    const typed = { question, around: null };
    const line = linesOf(question, 'options')[0]?.key ?? '';
    const acts: Record<string, DraftAct> = {
      add: { kind: 'add', question: kind, after: question.key },
      copy: { kind: 'copy', key: question.key },
      remove: { kind: 'remove', key: question.key },
      move: { kind: 'move', key: question.key, to },
      line: { kind: 'add_line', name: 'options' },
      drop_line: { kind: 'remove_line', name: 'options', line },
      test: { kind: 'add_test' },
    };
    const chosen = acts[act];
    if (chosen) return applyAct(draft, typed, chosen).draft;
    const field = act === 'help' ? 'help' : 'wording';
    return changeQuestion(draft, question.key, (one) => ({ ...one, [field]: words }));
  }, from);
}

describe('merging', () => {
  test('with what nobody else changed gives what I wrote, and the other way round', () => {
    fc.assert(
      fc.property(steps, steps, (first, more) => {
        const before = goOn(base(), first);
        const after = goOn(before, more);
        expect(mergeDrafts(before, after, before).draft).toEqual(after);
        const theirs = mergeDrafts(before, before, after);
        expect(theirs.draft).toEqual(after);
        expect(theirs.clashes).toEqual([]);
      }),
    );
  });

  test('what both did in the same way changes nothing more, and merging twice is merging once', () => {
    fc.assert(
      fc.property(steps, steps, (mine, theirs) => {
        const [own, other] = [goOn(base(), mine), goOn(base(), theirs)];
        expect(mergeDrafts(base(), own, own)).toMatchObject({ draft: own, clashes: [] });
        const { draft } = mergeDrafts(base(), own, other);
        expect(mergeDrafts(other, draft, other).draft).toEqual(draft);
      }),
    );
  });

  test('never gives two questions or two lines of a list the same key, and loses no new question', () => {
    fc.assert(
      fc.property(steps, steps, (mine, theirs) => {
        const [own, other] = [goOn(base(), mine), goOn(base(), theirs)];
        const { draft } = mergeDrafts(base(), own, other);
        const keys = keysOf(draft);
        expect(new Set(keys).size).toBe(keys.length);
        for (const question of draft.questions) {
          const lines = linesOf(question, 'options').map(({ key }) => key);
          expect(new Set(lines).size).toBe(lines.length);
        }
        const known = new Set(keysOf(base()));
        const added = (from: Draft) => from.questions.filter(({ key }) => !known.has(key));
        const alike = added(own).filter((one) =>
          added(other).some((twin) => JSON.stringify(twin) === JSON.stringify(one)),
        );
        expect(added(draft).length).toBe(added(own).length + added(other).length - alike.length);
      }),
    );
  });

  test('edits of different questions all stand', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), fc.nat(3), (a, b, to) => {
        const mine = worded(base(), Q1, a);
        const theirs = moveQuestionTo(worded(base(), Q2, b), Q3, to);
        const { draft, clashes } = mergeDrafts(base(), mine, theirs);
        expect(questionIn(draft, Q1).wording).toBe(a);
        expect(questionIn(draft, Q2).wording).toBe(b);
        expect(keysOf(draft)).toEqual(keysOf(theirs));
        expect(clashes).toEqual([]);
      }),
    );
  });
});

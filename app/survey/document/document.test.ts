import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setOf, surveys } from '#tests/support/surveys.ts';
import { readSet } from '../draft/check-draft.ts';
import { addQuestion, type Draft, draftFrom, emptyDraft } from '../draft/draft.ts';
import { QUESTION_KINDS } from '../question/rooms.ts';
import { bringText } from './bring-text.ts';
import { SurveyDocument, surveyDocumentSchema } from './survey-document.ts';
import { documentOfDraft, documentOfSet } from './write-document.ts';

const HEAD = { name: 'For buyers', language: 'en', persona: 'Buyers', publicUrl: 'https://ask.example' };

function carried(document: unknown) {
  const read = bringText(JSON.stringify(document));
  if (read.kind === 'refused') throw new Error(read.sentence);
  return read;
}

describe('our own document', () => {
  test('brings any set back the same, its languages with it', () => {
    fc.assert(
      fc.property(surveys, fc.boolean(), fc.boolean(), (questions, isTranslated, isCounted) => {
        const translations = { de: { 'q0.wording': 'Frage 0?', intro: 'Hallo' } };
        const shared = { ...(isCounted ? { shared: 'counted' as const } : {}) };
        const around = { closing: 'Thanks', ...shared, ...(isTranslated ? { translations } : {}) };
        const set = { ...setOf(questions), ...around };
        const { from, brought } = carried(documentOfSet(HEAD, set));
        expect(from).toBe('rolecall');
        const read = readSet(brought.draft, brought.translations);
        if (read.kind === 'faults') throw new Error(read.faults[0]!.sentence);
        expect(read.set).toEqual(set);
      }),
      { numRuns: 200 },
    );
  });
  test('carries a draft that is not ready, and says so', () => {
    const start: Draft = { ...emptyDraft(), shared: 'counted' };
    const draft = QUESTION_KINDS.reduce((made, kind) => addQuestion(made, kind), start);
    const document = documentOfDraft(HEAD, draft);
    expect(document.complete).toBe(false);
    const { brought } = carried(document);
    expect(brought.draft.questions.map(({ kind }) => kind)).toEqual([...QUESTION_KINDS]);
    expect(brought.draft.shared).toBe('counted');
    expect(documentOfDraft(HEAD, brought.draft)).toEqual(document);
  });
  test('says whom it was written for, and takes that over from nobody', () => {
    const set = setOf([]);
    const questions = addQuestion(emptyDraft(), 'recommend');
    const ready = readSet({ ...questions, intro: set.intro });
    if (ready.kind === 'faults') throw new Error(ready.faults[0]!.sentence);
    const document = documentOfSet(HEAD, ready.set);
    expect(document).toMatchObject({
      persona: 'Buyers',
      $schema: 'https://ask.example/schema/survey-1.json',
    });
    const { brought } = carried(document);
    expect(Object.keys(brought)).not.toContain('persona');
    expect(brought.report[0]).toMatchObject({ what: 'Buyers', outcome: 'left_out' });
    expect(draftFrom(ready.set).questions).toEqual(brought.draft.questions);
  });
  test.each([
    { formatVersion: 2 },
    { language: 'no language' },
    { shared: 'everything' },
    { name: 'with a \u0000' },
    { questions: [{ key: 'q1', kind: 'hologram' }] },
  ])('with %j it is refused in a sentence', (broken) => {
    const document = { ...documentOfDraft(HEAD, addQuestion(emptyDraft(), 'text')), ...broken };
    expect(bringText(JSON.stringify(document)).kind).toBe('refused');
  });
});

test('the schema in docs/ is the one that is published', () => {
  expect(JSON.parse(readFileSync('docs/schema/survey-1.json', 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(surveyDocumentSchema())),
  );
  expect(SurveyDocument.options).toHaveLength(2);
});

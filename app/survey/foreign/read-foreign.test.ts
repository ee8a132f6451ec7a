import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bringText } from '../document/bring-text.ts';
import { readSet } from '../draft/check-draft.ts';
import { checkLogic } from '../logic/check-logic.ts';
import type { Brought } from './brought.ts';

function bring(document: unknown): { from: string; brought: Brought } {
  const read = bringText(typeof document === 'string' ? document : JSON.stringify(document));
  if (read.kind === 'refused') throw new Error(read.sentence);
  return read;
}
const sample = (name: string) => bring(readFileSync(`tests/reference/surveys/${name}`, 'utf8'));
const kinds = ({ draft }: Brought) => draft.questions.map(({ key, kind }) => `${key} ${kind}`);
const lost = ({ report }: Brought) =>
  report.filter(({ outcome }) => outcome === 'left_out').map(({ what, sentence }) => `${what}: ${sentence}`);

describe('a survey of SurveyJS', () => {
  const { from, brought } = sample('surveyjs.json');
  const question = (key: string) => brought.draft.questions.find((one) => one.key === key)!;

  test('comes in with each question as the kind that it is', () => {
    expect(from).toBe('surveyjs');
    expect(kinds(brought)).toEqual([
      ...['q1 statement', 'q2 single', 'q3 recommend', 'q4 text', 'q5 single', 'q6 multiple', 'q7 text'],
      ...['q8 rating', 'q9 number', 'q10 number', 'q11 ranking', 'q12 matrix', 'q13 number', 'q14 date'],
      ...['q15 text', 'q16 consent', 'q17 text'],
    ]);
    const helpers = question('q6').parts.options as { label: string }[];
    expect([helpers.at(-1)?.label, question('q6').parts.loneLast]).toEqual(['None', true]);
    expect(question('q8').parts).toEqual({ points: '7', low: 'poor', high: 'excellent' });
    expect(question('q15').parts).toMatchObject({ size: 'line', check: 'email' });
  });
  test('0 to 10 on anything but likelihood to recommend stays a number, and is told', () => {
    expect(question('q10')).toMatchObject({ kind: 'number', parts: { least: '0', most: '10' } });
    expect(
      brought.report.find(({ what }) => what.startsWith('How satisfied are you with our rec')),
    ).toMatchObject({
      outcome: 'changed',
      sentence: expect.stringContaining('a scale of 0 to 10'),
    });
  });
  test('its conditions become ours, a panel’s with those of its questions, in our keys', () => {
    const ticked = question('q2').parts.options as { key: string; label: string }[];
    expect(question('q4').showIf).toEqual({
      match: 'all',
      tests: [
        { question: 'q3', op: 'at_most', value: '6' },
        { question: 'q2', op: 'is', value: ticked[0]!.key },
      ],
    });
    expect(question('q7').showIf!.tests.map(({ question: key }) => key)).toEqual(['q2', 'q6']);
  });
  test('a condition that ours cannot say is named, and the question is put to everybody', () => {
    expect(question('q6').showIf).toBeNull();
    expect(lost(brought).filter((line) => line.includes('condition cannot be said'))).toHaveLength(2);
    expect(lost(brought).join()).toContain("{usesIt} = true and {setupTime} anyof ['week', 'longer']");
  });
  test('an earlier answer in a wording gets a stand-in, and nothing left behind goes unsaid', () => {
    expect(question('q4').wording).toBe('You said {{q3|…}}. Why?');
    const all = lost(brought).join('\n');
    for (const named of [
      'triggers',
      'logo',
      'A screenshot',
      'Your team',
      'required under a condition',
      'own checks',
    ])
      expect(all).toContain(named);
  });
  test('its languages come along, place by place', () => {
    const [yes] = question('q2').parts.options as { key: string }[];
    expect(brought.translations.de).toMatchObject({
      'q2.wording': 'Arbeiten Sie selbst mit dem Produkt?',
      [`q2.options.${yes!.key}`]: 'Ja',
      intro: 'Fünf Minuten zu den ersten Wochen.',
    });
  });
});

describe('a survey of Qualtrics', () => {
  const { from, brought } = sample('qualtrics.qsf');
  const question = (key: string) => brought.draft.questions.find((one) => one.key === key)!;

  test('comes in in the order of its flow, choices in their own order', () => {
    expect(from).toBe('qualtrics');
    expect(kinds(brought)).toEqual([
      ...['q1 statement', 'q2 single', 'q3 recommend', 'q4 text', 'q5 multiple', 'q6 matrix', 'q7 ranking'],
      ...['q8 number', 'q9 number', 'q10 text', 'q11 single'],
    ]);
    expect((question('q7').parts.options as { label: string }[]).map(({ label }) => label)).toEqual([
      'Knowledge',
      'Speed',
      'Tone',
    ]);
    expect(question('q5').parts.other).toBe('Somebody else');
    expect(question('q5').parts.loneLast).toBe(true);
  });
  test('skips become jumps, to the end of the survey and past the end of a block', () => {
    expect(question('q2').jumps.map(({ to }) => to)).toEqual(['end', 'q5']);
  });
  test('display logic becomes a condition; with what is not known here it is named', () => {
    expect(question('q4').showIf!.tests).toMatchObject([{ op: 'at_most', value: '6' }, { op: 'is' }]);
    expect(question('q11').showIf).toBeNull();
    const all = lost(brought).join('\n');
    for (const named of [
      'tier Is gold',
      'EmbeddedData',
      'Loop and merge',
      '100 buyers',
      'Scoring',
      'own script',
      'Send a file',
      'several answers in a row',
      'in the trash',
    ])
      expect(all).toContain(named);
  });
  test('HTML becomes words, a contact’s name a fact of ours', () => {
    expect(question('q1').wording).toBe('A few questions about our service.');
    expect(question('q2').wording).toBe('How often do you ask for help, {{person.first_name|…}}?');
    expect(brought.translations.de!['q2.wording']).toBe(
      'Wie oft bitten Sie um Hilfe, {{person.first_name|…}}?',
    );
  });
});

describe('a survey of Formbricks', () => {
  const { from, brought } = sample('formbricks.json');
  const question = (key: string) => brought.draft.questions.find((one) => one.key === key)!;

  test('comes in out of what the API wraps it in', () => {
    expect(from).toBe('formbricks');
    expect(brought).toMatchObject({ name: 'Quarterly check', language: 'en' });
    expect(kinds(brought)).toEqual([
      ...['q1 recommend', 'q2 text', 'q3 ces', 'q4 rating', 'q5 single', 'q6 consent', 'q7 statement'],
    ]);
    expect(brought.draft).toMatchObject({ intro: 'Hello. Three minutes.' });
  });
  test('logic becomes jumps; a way on for all other cases comes last', () => {
    expect(question('q1').jumps).toEqual([
      { when: { match: 'all', tests: [{ question: 'q1', op: 'at_least', value: '9' }] }, to: 'q3' },
    ]);
    expect(question('q5').jumps.map(({ when, to }) => [when.match, when.tests.length, to])).toEqual([
      ['any', 3, 'end'],
      ['all', 0, 'q6'],
    ]);
    expect(lost(brought).join('\n')).toContain('plan equals free');
  });
  test('a recalled answer keeps the stand-in that it had', () => {
    expect(question('q2').wording).toBe('You gave us {{q1|that number}}. What is missing?');
    expect(brought.translations.de!['q2.wording']).toBe('Sie gaben {{q1|diese Zahl}}. Was fehlt?');
  });
});

test.each(['surveyjs.json', 'qualtrics.qsf', 'formbricks.json'])(
  '%s comes in as a set whose way through has no fault, and serves and assumes nothing that anybody guessed',
  (name) => {
    const { brought } = sample(name);
    expect(brought.draft.questions.every(({ serves, assumes }) => serves === '' && assumes === '')).toBe(
      true,
    );
    const read = readSet(brought.draft, brought.translations);
    expect(read.kind === 'ready' ? checkLogic(read.set.questions) : read.faults).toEqual([]);
  },
);

describe('what is no likelihood to recommend', () => {
  const nps = (headline: string) =>
    bring({ questions: [{ id: 'n', type: 'nps', headline: { default: headline } }] });
  test('is no NPS, whatever the file calls it', () => {
    const { brought } = nps('How satisfied are you with the delivery?');
    expect(kinds(brought)).toEqual(['q1 number']);
    expect(brought.report[0]!.sentence).toContain('called NPS');
  });
  test('is asked in many languages', () => {
    const asked = [
      'Wie wahrscheinlich ist es, dass Sie uns empfehlen?',
      'Recommanderiez-vous nos services ?',
      '同僚に勧める可能性は？',
    ];
    for (const headline of asked) expect(kinds(nps(headline).brought)).toEqual(['q1 recommend']);
  });
  test('and 1 to 5 is never stretched', () => {
    const { brought } = bring({
      elements: [{ type: 'rating', name: 'r', title: 'How likely are you to recommend us?', rateMax: 5 }],
    });
    expect(kinds(brought)).toEqual(['q1 rating']);
  });
});

describe('files that hold no survey', () => {
  test.each([
    ['', 'Choose a file'],
    ['name,email\nAda,a@b.example', 'no JSON file'],
    ['{"pages": 7}', 'no survey of'],
    ['[]', 'no survey of'],
    [`"${'x'.repeat(5 * 1024 * 1024)}"`, 'more than 5 MB'],
  ])('%.20s is refused in a sentence', (text, sentence) => {
    expect(bringText(text)).toEqual({ kind: 'refused', sentence: expect.stringContaining(sentence) });
  });
});

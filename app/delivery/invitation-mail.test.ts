import { describe, expect, test } from 'vitest';
import { QuestionSet } from '#app/survey/question.ts';
import { readBy } from '#app/survey/translation/read-by.ts';
import { wordsIn } from '#app/survey/words/words.ts';
import { type Letter, writeInvitation, writeReminder } from './invitation-mail.ts';
import { writeTold } from './told/told-mail.ts';

const names = {
  workspaceName: 'Northwind Metrics',
  senderName: 'Ifeoma Okonkwo',
  personName: 'Henrik Aalto',
  accountName: 'Meridian Foods',
  unsubscribeUrl: 'https://example.test/u/1',
};
const oneLine = (text: string) => text.replace(/\s+/g, ' ');

describe.each([
  ['End-user', 'end-user'],
  ['Economic buyer', 'economic buyer'],
  ['CFO', 'CFO'],
])('a letter to a person in the role %s', (personaName, within) => {
  const seat = `in your role as ${within} at Meridian Foods`;

  test('asks them in that role, in a sentence that reads well', () => {
    const questions = [
      { key: 'q1', kind: 'text', concept: 'work', wording: 'What would help?', required: false },
    ];
    const letter = { ...names, personaName, why: null, answerUrl: 'https://example.test/r/1' };
    const questionSet = QuestionSet.parse({ intro: '', questions });
    const { text, html } = writeInvitation({ ...letter, questionSet, language: 'en' }, wordsIn('en'));
    for (const said of [oneLine(text), oneLine(html)]) {
      expect(said).toContain(`We ask you ${seat}, because you know Northwind Metrics from there.`);
      expect(said).toContain(`Northwind Metrics writes to you ${seat}.`);
    }
  });

  test.each([
    [true, `You answered Northwind Metrics ${seat} in “Winter 2027”.`],
    [false, `We asked you ${seat} in “Winter 2027”, and heard from others in that role.`],
  ])('tells them what came of it, answered: %s', (hasAnswered, opening) => {
    const letter = { heard: 'The price.', willDo: 'It stays.', willNot: '', toSilent: false };
    const told = { ...names, personaName, personaPlural: `${personaName}s`, waveName: 'Winter 2027' };
    const { text } = writeTold({ ...told, hasAnswered, letter, language: 'en' }, wordsIn('en'));
    expect(oneLine(text)).toContain(opening);
    expect(oneLine(text)).toContain(`Northwind Metrics writes to you ${seat}.`);
  });
});

describe('a letter is in the language that is known of its reader, if the survey speaks it', () => {
  const questions = [
    { key: 'q1', kind: 'recommend', concept: 'recommend', wording: 'How likely?', required: false },
  ];
  const translations = {
    de: { 'q1.wording': 'Wie wahrscheinlich?' },
    he: { 'q1.wording': 'מה הסיכוי?' },
    da: { 'q1.wording': 'Hvor sandsynligt?' },
  };
  const asked = { set: QuestionSet.parse({ intro: '', questions, translations }), written: 'en' };
  const written = (personLanguage: string | null, given: Partial<Letter> = {}) => {
    const read = readBy(personLanguage, asked);
    const why = { decision: 'Preis', decideOn: '2027-05-03' };
    const letter = { ...names, personaName: 'Käufer', why, answerUrl: 'https://example.test/r/1' };
    return writeInvitation({ ...letter, ...read, ...given }, wordsIn(read.language));
  };
  const english = (text: string) =>
    text.match(/\b(We|Hello|Answer|Please|writes|question|likely|decide)\b/g) ?? [];

  test('all of it but names and what the purpose says', () => {
    const { subject, text, html } = written('de-AT');
    expect(subject).toBe('Eine Frage von Northwind Metrics');
    expect(oneLine(text)).toContain('Wir fragen Sie in Ihrer Rolle als Käufer bei Meridian Foods');
    expect(oneLine(text)).toContain('Wir entscheiden bis zum 3. Mai 2027: Preis.');
    expect(html).toContain('Wie wahrscheinlich?');
    expect(html).toContain('<html lang="de" dir="ltr">');
    expect([english(text), english(html)]).toEqual([[], []]);
  });

  test('a reminder too, under the subject of the letter before', () => {
    const read = readBy('de', asked);
    const letter = { ...names, personaName: 'Käufer', why: null, answerUrl: 'https://example.test/r/1' };
    const before = { subject: 'Eine Frage', takenAt: Date.UTC(2027, 4, 3, 23, 30) };
    const { subject, text } = writeReminder({ ...letter, ...read }, before, wordsIn('de'));
    expect(subject).toBe('Eine Frage');
    expect(oneLine(text)).toContain('Wir haben Ihnen am 3. Mai 2027 geschrieben');
    expect(english(text)).toEqual([]);
  });

  test.each([null, 'fr', 'no language'])('the survey’s own for %s', (language) => {
    expect(written(language).subject).toBe('One question from Northwind Metrics');
  });

  test('from the right where it is read from there', () => {
    const { html } = written('he');
    expect(html).toContain('<html lang="he" dir="rtl">');
    expect(html).toMatch(/<td dir="rtl" align="right"[^>]*>/);
    expect(html).toMatch(/align="right"[^>]*>0 /);
    expect(english(html)).toEqual([]);
  });

  test('where the product has no words in it, its own are English and marked as English', () => {
    const { subject, html } = written('da');
    expect(subject).toBe('One question from Northwind Metrics');
    expect(html).toContain('<html lang="da" dir="ltr">');
    expect(html).toMatch(/<p [^>]*lang="en" dir="ltr">Hello /);
    expect(html).toMatch(/<p (?![^>]*lang=)[^>]*>Hvor sandsynligt\?/);
  });

  test('what came of it is told in the survey’s', () => {
    const letter = { heard: 'Der Preis.', willDo: 'Er bleibt.', willNot: 'Kein Rabatt.', toSilent: false };
    const told = { ...names, personaName: 'Käufer', personaPlural: 'Käufer', waveName: 'Winter 2027' };
    const { subject, text, html } = writeTold(
      { ...told, hasAnswered: false, letter, language: 'de' },
      wordsIn('de'),
    );
    expect(subject).toBe('Was aus Ihren Antworten an Northwind Metrics wurde');
    for (const said of [text, html])
      for (const part of ['Was wir gehört haben (Käufer)', 'Was wir tun werden', 'Kein Rabatt.'])
        expect(said).toContain(part);
    expect([english(text), english(html)]).toEqual([[], []]);
  });

  test('what a name holds is never read as a part of the sentence', () => {
    const { text } = written('de', { accountName: "{by} '{count, plural, other {#}}' <b>" });
    expect(oneLine(text)).toContain("bei {by} '{count, plural, other {#}}' <b>, weil");
  });
});

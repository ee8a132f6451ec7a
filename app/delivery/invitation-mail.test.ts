import { describe, expect, test } from 'vitest';
import { QuestionSet } from '#app/survey/question.ts';
import { writeInvitation } from './invitation-mail.ts';
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
    const { text, html } = writeInvitation({
      ...{ ...names, personaName, why: null, answerUrl: 'https://example.test/r/1' },
      questionSet: QuestionSet.parse({ intro: '', questions }),
    });
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
    const { text } = writeTold({ ...told, hasAnswered, letter });
    expect(oneLine(text)).toContain(opening);
    expect(oneLine(text)).toContain(`Northwind Metrics writes to you ${seat}.`);
  });
});

import { BUYER } from '../guard-attacks/attack.ts';
import type { Lawful } from './reads.ts';

const given = {
  workspace_id: 'w1',
  wave_id: 'w1-wave',
  persona_id: BUYER,
  survey_version_id: 'w1-buyer-version',
};

/** How answers and their tally are kept, and how they are erased. */
export const keeping: Lawful[] = [
  {
    claim: 'several answers kept at once',
    ask: (db) =>
      db
        .insertInto('answer')
        .values(
          ['w1-buyer-at-acme-response', 'w1-buyer-at-bolt-response'].map((response_id) => ({
            ...given,
            ...{ response_id, question_key: 'buyer-ltr', score: 9 },
          })),
        )
        .onConflict((c) => c.doNothing()),
  },
  {
    claim: 'people added to a tally',
    ask: (db) =>
      db
        .insertInto('answer_tally')
        .values({ ...given, question_key: 'buyer-ltr', account_id: 'w1-acme', value: '3', people: 1 })
        .onConflict((c) =>
          c
            .columns(['workspace_id', 'wave_id', 'persona_id', 'question_key', 'account_id', 'value'])
            .doUpdateSet((eb) => ({ people: eb('answer_tally.people', '+', eb.ref('excluded.people')) })),
        )
        .returning('answer_tally.question_key'),
    gives: [{ question_key: 'buyer-ltr' }],
  },
  {
    claim: 'a person taken from one persona’s tally',
    ask: (db) =>
      db
        .updateTable('answer_tally')
        .set((eb) => ({ people: eb('people', '-', 1) }))
        .where('persona_id', '=', BUYER)
        .where('value', '=', '3'),
  },
  {
    claim: 'the answers of one response erased',
    ask: (db) =>
      db.deleteFrom('answer').where('response_id', '=', 'w1-buyer-at-acme-response').returning('response_id'),
    gives: [{ response_id: 'w1-buyer-at-acme-response' }],
  },
  {
    claim: 'the tally of a wave cleared',
    ask: (db) =>
      db.deleteFrom('answer_tally').where('workspace_id', '=', 'w1').where('wave_id', '=', 'w1-wave'),
  },
];

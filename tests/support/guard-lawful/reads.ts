import { sql } from 'kysely';
import { answers, BUYER, type Db, END_USER, mean, means } from '../guard-attacks/attack.ts';

export interface Lawful {
  claim: string;
  ask(db: Db): { execute(): Promise<readonly unknown[]> };
  /** Rows on the chain of `keyedRows('w1')`, when they are worth stating. */
  gives?: readonly unknown[];
}

const asNumber = (db: Db) => db.fn.countAll<number>();

/** What the house needs to ask, and what must never be hindered by the guard. */
export const reads: Lawful[] = [
  {
    claim: 'the scores of one persona',
    ask: (db) => answers(db).select('score').where('persona_id', '=', BUYER).orderBy('score'),
    gives: [{ score: 3 }, { score: 5 }],
  },
  {
    claim: 'the scores of one persona, the highest first',
    ask: (db) => answers(db).select('score').where('persona_id', '=', BUYER).orderBy('score', 'desc'),
    gives: [{ score: 5 }, { score: 3 }],
  },
  {
    claim: 'a pin beside other conditions, in brackets',
    ask: (db) =>
      answers(db)
        .select('score')
        .where((eb) =>
          eb.and([
            eb('answer.persona_id', '=', END_USER),
            eb.or([eb('score', '=', 8), eb('score', 'is', null)]),
          ]),
        ),
    gives: [{ score: 8 }],
  },
  {
    claim: 'one persona beside its accounts, under an alias',
    ask: (db) =>
      db
        .selectFrom('answer as a')
        .innerJoin('response as r', (on) =>
          on.onRef('r.workspace_id', '=', 'a.workspace_id').onRef('r.id', '=', 'a.response_id'),
        )
        .select(['r.account_id', (eb) => eb.fn.max('a.score').as('top')])
        .where('a.persona_id', '=', BUYER)
        .groupBy('r.account_id')
        .orderBy('r.account_id'),
    gives: [
      { account_id: 'w1-acme', top: 3 },
      { account_id: 'w1-bolt', top: 5 },
    ],
  },
  {
    claim: 'a figure for each persona, each with its name',
    ask: (db) =>
      answers(db)
        .select(['persona_id', (eb) => eb.fn.max('score').as('top')])
        .groupBy('persona_id')
        .orderBy('persona_id'),
    gives: [
      { persona_id: BUYER, top: 5 },
      { persona_id: END_USER, top: 10 },
    ],
  },
  {
    claim: 'a figure for each persona in each wave',
    ask: (db) =>
      answers(db)
        .innerJoin('wave', 'wave.id', 'answer.wave_id')
        .select(['wave.name', 'answer.persona_id', (eb) => eb.fn.min('answer.score').as('low')])
        .groupBy(['wave.name', 'answer.persona_id'])
        .orderBy('answer.persona_id'),
    gives: [
      { name: 'Spring', persona_id: BUYER, low: 3 },
      { name: 'Spring', persona_id: END_USER, low: 8 },
    ],
  },
  {
    claim: 'people by value, each persona apart',
    ask: (db) =>
      db
        .selectFrom('answer_tally as t')
        .select(['t.persona_id', 't.value', (eb) => eb.fn.sum<number>('t.people').as('people')])
        .where('t.workspace_id', '=', 'w1')
        .groupBy(['t.persona_id', 't.value'])
        .having('t.value', '=', '8'),
    gives: [{ persona_id: END_USER, value: '8', people: 1 }],
  },
  {
    claim: 'people by value of one persona',
    ask: (db) => db.selectFrom('answer_tally').select(['value', 'people']).where('persona_id', '=', BUYER),
  },
  {
    claim: 'the number of answers over personas',
    ask: (db) => answers(db).select(asNumber(db).as('n')),
    gives: [{ n: 4 }],
  },
  {
    claim: 'the number of answers by question',
    ask: (db) =>
      answers(db)
        .select(['question_key', asNumber(db).as('n')])
        .groupBy('question_key')
        .orderBy('question_key'),
    gives: [
      { question_key: 'buyer-ltr', n: 2 },
      { question_key: 'end-user-ltr', n: 2 },
    ],
  },
  {
    claim: 'accounts that were heard',
    ask: (db) =>
      db
        .selectFrom('response')
        .select('account_id')
        .distinct()
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('answer')
              .select('answer.response_id')
              .whereRef('answer.response_id', '=', 'response.id'),
          ),
        )
        .orderBy('account_id'),
    gives: [{ account_id: 'w1-acme' }, { account_id: 'w1-bolt' }],
  },
  {
    claim: 'the number of answers beside each wave',
    ask: (db) =>
      db
        .selectFrom('wave')
        .select((eb) => [
          'wave.name',
          eb
            .selectFrom('answer')
            .select(eb.fn.countAll<number>().as('n'))
            .whereRef('answer.wave_id', '=', 'wave.id')
            .as('answers'),
        ]),
    gives: [{ name: 'Spring', answers: 4 }],
  },
  {
    claim: 'a pinned sub-select, read on',
    ask: (db) =>
      db
        .selectFrom(answers(db).select('score').where('persona_id', '=', BUYER).as('s'))
        .select((eb) => eb.fn.max('s.score').as('top')),
    gives: [{ top: 5 }],
  },
  {
    claim: 'a pinned common table expression, read twice',
    ask: (db) =>
      db
        .with('s', () => answers(db).select(['response_id', 'score']).where('persona_id', '=', BUYER))
        .selectFrom('s as a')
        .innerJoin('s as b', 'a.response_id', 'b.response_id')
        .select((eb) => eb.fn.max('b.score').as('top')),
    gives: [{ top: 5 }],
  },
  {
    claim: 'grouped rows of which one persona is taken',
    ask: (db) =>
      db
        .with('m', () =>
          answers(db)
            .select(['persona_id', (eb) => eb.fn.max('score').as('top')])
            .groupBy('persona_id'),
        )
        .selectFrom('m')
        .select('m.top')
        .where('m.persona_id', '=', END_USER),
    gives: [{ top: 10 }],
  },
  {
    claim: 'grouped rows grouped again by persona',
    ask: (db) =>
      db
        .selectFrom(means(db).select('answer.wave_id').groupBy('answer.wave_id').as('m'))
        .select(['m.persona_id', (eb) => eb.fn.countAll<number>().as('waves')])
        .groupBy('m.persona_id')
        .orderBy('m.persona_id'),
    gives: [
      { persona_id: BUYER, waves: 1 },
      { persona_id: END_USER, waves: 1 },
    ],
  },
  {
    claim: 'a window over one persona',
    ask: (db) =>
      answers(db)
        .select((eb) => eb.fn.max('score').over().as('top'))
        .where('persona_id', '=', BUYER)
        .limit(1),
    gives: [{ top: 5 }],
  },
  {
    claim: 'waves above the mean of one persona',
    ask: (db) =>
      db
        .selectFrom('wave')
        .select('name')
        .where((eb) => eb(mean(db).where('persona_id', '=', BUYER), '>', 3)),
    gives: [{ name: 'Spring' }],
  },
  {
    claim: 'raw expressions, unions and every column where no answer is named',
    ask: (db) =>
      db
        .selectFrom('wave')
        .innerJoin('persona', (on) => on.onTrue())
        .selectAll('wave')
        .where(sql<boolean>`lower(wave.name) = ${'spring'}`)
        .union(db.selectFrom('wave').selectAll()),
  },
];

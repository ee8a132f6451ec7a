import { type Attack, BOTH, BUYER, group } from './attack.ts';

const tally = {
  workspace_id: 'w1',
  wave_id: 'w1-wave',
  persona_id: BUYER,
  survey_version_id: 'w1-buyer-version',
  people: 1,
};

/** Writes that read, or that change what was said. */
export const writes: Attack[] = group(BOTH, {
  'a mean kept for later': (db) =>
    db
      .insertInto('refusal')
      .columns(['workspace_id', 'id', 'at', 'actor', 'code', 'asked'])
      .expression((eb) =>
        eb
          .selectFrom('answer')
          .select((q) => [
            q.val('w1').as('w'),
            q.val('r').as('i'),
            q.val(1).as('at'),
            q.val('').as('ac'),
            q.val('').as('c'),
            q.cast<string>(q.fn.avg('score'), 'text').as('asked'),
          ]),
      ),
  'a mean written on a wave': (db) =>
    db.updateTable('wave').set({
      headline: (eb) =>
        eb.selectFrom('answer').select((q) => q.cast<string>(q.fn.avg('score'), 'text').as('m')),
    }),
  'an update that joins answers': (db) =>
    db
      .updateTable('wave')
      .from('answer as a')
      .set({ headline: 'x' })
      .whereRef('a.wave_id', '=', 'wave.id')
      .where('a.score', '>', 8),
  'an update that joins answers of one persona': (db) =>
    db
      .updateTable('wave')
      .from('answer as a')
      .set({ headline: 'x' })
      .where('a.persona_id', '=', BUYER)
      .where('a.score', '>', 8),
  'a tally changed by another relation': (db) =>
    db.updateTable('answer_tally').from('wave').set({ people: 5 }).where('persona_id', '=', BUYER),
  'a tally chosen by an insert that meets it': (db) =>
    db
      .insertInto('answer_tally')
      .values({ ...tally, question_key: 'buyer-ltr', account_id: 'w1-acme', value: '3' })
      .onConflict((c) =>
        c
          .columns(['workspace_id', 'wave_id', 'persona_id', 'question_key', 'account_id', 'value'])
          .doUpdateSet((eb) => ({ people: eb.ref('excluded.people') }))
          .where('answer_tally.people', '>', 0),
      )
      .returning('answer_tally.account_id'),
  'a tally handed back by an insert': (db) =>
    db
      .insertInto('answer_tally')
      .values({ ...tally, question_key: 'q', account_id: '', value: '1' })
      .returning('people'),
  'answers handed back by a delete': (db) => db.deleteFrom('answer').returning('score'),
  'answers handed back whole by a delete': (db) => db.deleteFrom('answer').returningAll(),
  'low answers deleted': (db) => db.deleteFrom('answer').where('score', '<', 7),
  'tallies of many personas changed at once': (db) => db.updateTable('answer_tally').set({ people: 5 }),
  'a tally value rewritten': (db) =>
    db
      .updateTable('answer_tally')
      .set({ value: 'x' })
      .where('persona_id', '=', BUYER)
      .where('account_id', '=', 'w1-acme'),
});

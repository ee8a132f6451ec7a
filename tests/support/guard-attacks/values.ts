import { type Attack, answers, BOTH, group } from './attack.ts';

/** Values without reading them: counts by value rebuild a score (DOMAIN.md R3). */
export const values: Attack[] = group(BOTH, {
  'the number of promoters': (db) =>
    answers(db)
      .select((eb) => eb.fn.countAll().as('n'))
      .where('score', '>=', 9),
  'the number of promoters by a filter': (db) =>
    answers(db).select((eb) => eb.fn.countAll().filterWhere('score', '>=', 9).as('n')),
  'the number of promoters by a case': (db) =>
    answers(db).select((eb) => eb.fn.sum(eb.case().when('score', '>=', 9).then(1).else(0).end()).as('n')),
  'accounts with a nine': (db) =>
    db
      .selectFrom('response')
      .select('account_id')
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('answer')
            .select('answer.response_id')
            .whereRef('answer.response_id', '=', 'response.id')
            .where('answer.score', '>=', 9),
        ),
      ),
  'waves in the order of their scores': (db) =>
    db
      .selectFrom('wave')
      .select('name')
      .orderBy((eb) =>
        eb
          .selectFrom('answer')
          .select((q) => q.fn.max('score').as('top'))
          .whereRef('answer.wave_id', '=', 'wave.id'),
      ),
  'people joined to their answers': (db) =>
    db
      .selectFrom('response')
      .innerJoin('answer', 'answer.response_id', 'response.id')
      .select('response.id')
      .orderBy('answer.score'),
  'every column of a joined answer': (db) =>
    db.selectFrom('response as r').innerJoin('answer as a', 'a.response_id', 'r.id').selectAll('a'),
  'the values that were given': (db) => db.selectFrom('answer_tally as t').select('t.value').distinct(),
  'the sums of every persona': (db) => db.selectFrom('lane_sum as s').select(['s.persona_id', 's.sums']),
});

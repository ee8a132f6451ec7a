import { sql } from 'kysely';
import { type Attack, answers, BOTH, BUYER, END_USER, group, mean } from './attack.ts';

/** Without a pin, or with something that only looks like one. */
export const pins: Attack[] = group(BOTH, {
  'the mean of all answers': (db) => mean(db),
  'every answer as it stands': (db) => answers(db).selectAll(),
  'means by account': (db) =>
    answers(db)
      .innerJoin('response as r', 'r.id', 'answer.response_id')
      .select(['r.account_id', (eb) => eb.fn.avg('answer.score').as('mean')])
      .groupBy('r.account_id'),
  'two personas by IN': (db) => mean(db).where('persona_id', 'in', [BUYER, END_USER]),
  'one persona by IN': (db) => mean(db).where('persona_id', 'in', [BUYER]),
  'a pin under OR': (db) =>
    mean(db).where((eb) => eb.or([eb('persona_id', '=', BUYER), eb('score', '>', 0)])),
  'a pin under NOT': (db) => mean(db).where((eb) => eb.not(eb('persona_id', '=', BUYER))),
  'all but one persona': (db) => mean(db).where('persona_id', '!=', BUYER),
  'personas from one on': (db) => mean(db).where('persona_id', '>=', BUYER),
  'a persona by LIKE': (db) => mean(db).where('persona_id', 'like', '%'),
  'a persona equal to itself': (db) => mean(db).whereRef('persona_id', '=', 'answer.persona_id'),
  'a persona equal to a column': (db) =>
    mean(db)
      .innerJoin('wave_lane as l', 'l.wave_id', 'answer.wave_id')
      .whereRef('answer.persona_id', '=', 'l.persona_id'),
  'a persona from a sub-select': (db) =>
    mean(db).where('persona_id', '=', (eb) => eb.selectFrom('persona').select('id').limit(1)),
  'a persona by an expression': (db) =>
    mean(db).where((eb) => eb(eb.fn.coalesce('persona_id', eb.val('')), '=', BUYER)),
  'a persona by a raw value': (db) => mean(db).where('persona_id', '=', sql<string>`persona_id`),
  'a pin in a join condition': (db) =>
    answers(db)
      .leftJoin('wave_lane as l', (on) =>
        on.onRef('l.wave_id', '=', 'answer.wave_id').on('answer.persona_id', '=', BUYER),
      )
      .select((eb) => eb.fn.avg('answer.score').as('mean')),
  'a pin in HAVING': (db) =>
    answers(db)
      .select((eb) => eb.fn.avg('score').as('mean'))
      .groupBy('wave_id')
      .having((eb) => eb(eb.fn.min('persona_id'), '=', BUYER)),
  'the pinned persona of another relation': (db) =>
    answers(db)
      .innerJoin('wave_lane as l', 'l.wave_id', 'answer.wave_id')
      .select((eb) => eb.fn.avg('answer.score').as('mean'))
      .where('l.persona_id', '=', BUYER),
  'a persona_id without its relation, where two stand': (db) =>
    mean(db).innerJoin('wave', 'wave.id', 'answer.wave_id').where('persona_id', '=', BUYER),
  'another relation that borrows the name': (db) =>
    db
      .selectFrom('answer as a')
      .innerJoin('wave_lane as answer', 'answer.wave_id', 'a.wave_id')
      .select((eb) => eb.fn.avg('a.score').as('mean'))
      .where('answer.persona_id', '=', BUYER),
  'a column by a dynamic reference': (db) => answers(db).select(db.dynamic.ref<'score'>('score')),
});

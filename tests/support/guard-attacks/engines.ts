import { sql } from 'kysely';
import { type Attack, answers, BUYER, group, mean, means } from './attack.ts';

/** What only one engine obeys, and what neither does. */
export const engines: Attack[] = [
  ...group(['sqlite'], {
    'groups with the columns of another relation': (db) =>
      answers(db)
        .innerJoin('wave_lane as l', 'l.wave_id', 'answer.wave_id')
        .select(['answer.persona_id', (eb) => eb.fn.avg('answer.score').as('mean')])
        .selectAll('l')
        .groupBy('answer.persona_id'),
    'the name in capitals': (db) => db.selectFrom('ANSWER' as 'answer').select('score'),
    'the value column in capitals': (db) => answers(db).select('SCORE' as 'score'),
    'the table under SQLite’s schema': (db) => db.selectFrom('main.answer' as 'answer').select('score'),
  }),
  ...group(['postgres'], {
    'the table under PostgreSQL’s schema': (db) => db.selectFrom('public.answer' as 'answer').select('score'),
    'the row as one value': (db) => db.selectFrom('answer as a').select('a' as 'score'),
    'the row by its table’s name': (db) => answers(db).select('answer' as 'score'),
    'the row as JSON': (db) => answers(db).select((eb) => eb.fn.toJson('answer').as('row')),
    'an alias that differs by case only': (db) =>
      db
        .selectFrom('answer as a')
        .innerJoin('wave_lane as A', 'A.wave_id', 'a.wave_id')
        .select((eb) => eb.fn.avg('a.score').as('mean'))
        .where('A.persona_id', '=', BUYER),
    'a roll-up of the groups': (db) =>
      answers(db)
        .select(['answer.persona_id', (eb) => eb.fn.avg('score').as('mean')])
        .groupBy((eb) => eb.fn('rollup', ['answer.persona_id'])),
    'a lateral join': (db) =>
      db
        .selectFrom('wave')
        .innerJoinLateral(
          (eb) =>
            eb
              .selectFrom('answer')
              .select((q) => q.fn.avg('score').as('mean'))
              .whereRef('answer.wave_id', '=', 'wave.id')
              .as('l'),
          (on) => on.on('wave.state', '=', 'open'),
        )
        .select('l.mean'),
    'a delete that joins answers': (db) =>
      db.deleteFrom('refusal').using('answer').where('answer.score', '>', 8),
    'a delete of answers that joins': (db) =>
      db.deleteFrom('answer').using('wave').where('wave.state', '=', 'open'),
    'a query run from its text by raw SQL': (db) =>
      db.selectNoFrom(sql`query_to_xml(${'select avg(score) from answer'}, true, true, '')`.as('x')),
    'a name spelt in code points': (db) =>
      db.selectFrom('wave').select(sql`(select count(*) from u&"\\0061nswer")`.as('x')),
    'a query run from its text': (db) =>
      db.selectNoFrom((eb) =>
        eb
          .fn('query_to_xml', [
            eb.val('select avg(score) from answer'),
            eb.val(true),
            eb.val(true),
            eb.val(''),
          ])
          .as('x'),
      ),
    'the planner’s histogram of scores': (db) => db.selectFrom('pg_catalog.pg_stats' as 'wave').selectAll(),
    'a merge into answers': (db) =>
      db
        .mergeInto('answer_tally as t')
        .using('wave', 'wave.id', 't.wave_id')
        .whenMatched()
        .thenUpdateSet({ people: 3 }),
  }),
  ...group([], {
    'an answer changed': (db) =>
      db
        .updateTable('answer')
        .set({ score: 10 } as never)
        .where('persona_id', '=', BUYER),
    'an answer replaced': (db) => db.replaceInto('answer').values({ score: 10 } as never),
    'an answer overwritten on conflict': (db) =>
      db
        .insertInto('answer')
        .values({ score: 1 } as never)
        .onConflict((c) => c.column('response_id').doUpdateSet({ score: 10 } as never)),
    'a tally overwritten on conflict': (db) =>
      db
        .insertInto('answer_tally')
        .values({ people: 1 } as never)
        .onConflict((c) => c.column('value').doUpdateSet({ value: 'x' })),
    'a view of another schema that has a table’s name': (db) =>
      db.selectFrom('archive.wave' as 'wave').selectAll(),
    'a function in place of a table': (db) =>
      db.selectFrom((eb) => eb.fn<{ x: number }>('scores', []).as('s')).select('s.x'),
    'names that differ by case only': (db) =>
      mean(db)
        .clearSelect()
        .select('answer.score')
        .innerJoin('wave_lane as ANSWER', 'ANSWER.wave_id', 'answer.wave_id')
        .where('answer.persona_id', '=', BUYER),
    'a persona that is null': (db) => mean(db).where('persona_id', '=', null as never),
    'a recursive read': (db) =>
      db
        .withRecursive('r', () => means(db))
        .selectFrom('r')
        .selectAll()
        .where('persona_id', '=', BUYER),
  }),
];

import { ExpressionWrapper, sql } from 'kysely';
import type { Tables } from '#db/schema/tables.ts';
import { type Attack, answers, BOTH, BUYER, group, mean } from './attack.ts';

/** Raw SQL. */
export const raw: Attack[] = group(BOTH, {
  'a raw aggregate': (db) => answers(db).select(sql`avg(score)`.as('mean')),
  'a raw way out of a pin': (db) =>
    mean(db).where('persona_id', '=', BUYER).where(sql<boolean>`1 = 1 or 1 = 1`),
  'a raw sub-select': (db) => db.selectFrom('wave').select(sql`(select avg(score) from answer)`.as('mean')),
  'a raw sub-select with a built table': (db) =>
    db.selectFrom('wave').select(sql`(select avg(score) from ${sql.table('answer')})`.as('mean')),
  'a raw table': (db) =>
    db.selectFrom(sql<{ score: number }>`(select score from answer)`.as('a')).select('a.score'),
  'raw pieces that only together read': (db) =>
    db
      .selectFrom('wave')
      .select(
        sql`(${sql.raw('sel')}${sql.raw('ect avg(score) fr')}${sql.raw('om ans')}${sql.raw('wer')})`.as(
          'mean',
        ),
      ),
  'a raw view': (db) => db.selectFrom('wave').select(sql`(select mean from blend)`.as('mean')),
  'a view for programs outside': (db) =>
    db.selectFrom('bi_answer' as 'answer').select((eb) => eb.fn.avg<number>('score').as('mean')),
  'a view for programs outside, counted by value': (db) =>
    db.selectFrom('bi_figure_counts' as 'answer_tally').select(['value', 'people']),
  'a view for programs outside in raw text': (db) =>
    db.selectFrom('wave').select(sql`(select sum(people) from bi_figure_counts)`.as('all')),
  'a raw comment that swallows the rest': (db) =>
    db.selectFrom('wave').select(sql`name /* `.as('a')).select(sql`*/ as b, id`.as('c')),
  'a view behind a raw join condition': (db) =>
    db
      .selectFrom('wave')
      .innerJoin('wave_lane', (on) => on.on(sql<boolean>`true, blend`))
      .select(sql`mean`.as('m')),
  'a view behind a raw bracket': (db) =>
    db
      .selectFrom('wave')
      .innerJoin('wave_lane', (on) =>
        on.on((eb) =>
          eb.exists(eb.selectFrom('account').select('id').where(sql<boolean>`true), blend where (true`)),
        ),
      )
      .select(sql`mean`.as('m')),
  'a view behind a raw name': (db) => {
    const waves = new ExpressionWrapper<Tables, 'wave', { id: string }>(
      db.selectFrom('wave').select('id').toOperationNode(),
    );
    return db.selectFrom(waves.as<'w'>(sql`w, blend`)).select(sql`mean`.as('m'));
  },
  'text between two raw quotes': (db) => db.selectFrom('wave').select(sql`'`.as('a')).select(sql`'`.as('b')),
  'a function that is a sub-select': (db) =>
    db.selectNoFrom((eb) => eb.fn<number>('(select avg(score) from answer) + abs', [eb.val(1)]).as('mean')),
  'a view': (db) => db.selectFrom('blend' as 'wave').selectAll(),
});

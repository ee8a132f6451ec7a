import { type Attack, answers, BOTH, BUYER, END_USER, group, means } from './attack.ts';

/** Grouped by something else, or by persona and then put together. */
export const groups: Attack[] = group(BOTH, {
  'the mean of the persona means': (db) =>
    db.selectFrom(means(db).as('m')).select((eb) => eb.fn.avg('m.mean').as('composite')),
  'the same through a common table expression': (db) =>
    db
      .with('m', () => means(db))
      .selectFrom('m')
      .select((eb) => eb.fn.avg('m.mean').as('composite')),
  'the same, two expressions deep': (db) =>
    db
      .with('m', () => means(db))
      .with('n', (q) =>
        q.selectFrom('m').select(['m.persona_id', 'm.mean']).groupBy(['m.persona_id', 'm.mean']),
      )
      .selectFrom('n')
      .select((eb) => eb.fn.sum('n.mean').as('composite')),
  'persona means beside each other, subtracted': (db) =>
    db
      .with('m', () => means(db))
      .selectFrom('m as a')
      .innerJoin('m as b', (on) =>
        on.on('a.persona_id', '=', BUYER).onRef('b.persona_id', '>', 'a.persona_id'),
      )
      .select((eb) => eb('a.mean', '+', eb.ref('b.mean')).as('sum')),
  'persona means beside each other, each pinned': (db) =>
    db
      .with('m', () => means(db))
      .selectFrom('m as a')
      .innerJoin('m as b', (on) => on.onRef('a.persona_id', '!=', 'b.persona_id'))
      .select((eb) => eb('a.mean', '+', eb.ref('b.mean')).as('sum'))
      .where('a.persona_id', '=', BUYER)
      .where('b.persona_id', '=', END_USER),
  'groups under two personas’ names': (db) => means(db).select((eb) => eb.val(END_USER).as('persona_id')),
  'groups whose wave is called their persona': (db) =>
    db
      .with('m(hidden, mean, persona_id)', () => means(db).select('wave_id').groupBy('wave_id') as never)
      .selectFrom('m' as never)
      .selectAll()
      .where('persona_id' as never, '=', 'w1-wave' as never),
  'the persona means as one value of a condition': (db) =>
    db
      .selectFrom('wave')
      .select('id')
      .where('wave.id', 'in', (eb) =>
        eb
          .selectFrom('answer')
          .select(['answer.persona_id'])
          .groupBy('answer.persona_id')
          .having((h) => h(h.fn.avg('score'), '>', 5)),
      ),
  'a sub-select of all scores': (db) =>
    db.selectFrom(answers(db).select('score').as('s')).select((eb) => eb.fn.avg('s.score').as('mean')),
  'a common table expression of all scores': (db) =>
    db
      .with('s', () => answers(db).select('score as x'))
      .selectFrom('s')
      .select((eb) => eb.fn.avg('s.x').as('mean')),
  'groups that lost their persona': (db) =>
    answers(db)
      .select((eb) => eb.fn.avg('score').as('mean'))
      .groupBy('persona_id'),
  'groups under another persona’s name': (db) =>
    answers(db)
      .select((eb) => [eb.val(BUYER).as('persona_id'), eb.fn.avg('score').as('mean')])
      .groupBy('answer.persona_id'),
  'groups of a joined relation’s persona': (db) =>
    answers(db)
      .innerJoin('wave_lane as l', 'l.wave_id', 'answer.wave_id')
      .select(['l.persona_id', (eb) => eb.fn.avg('answer.score').as('mean')])
      .groupBy('l.persona_id'),
  'a window over the groups': (db) =>
    means(db).select((eb) => eb.fn.avg(eb.fn.avg('score')).over().as('composite')),
  'a window over all answers': (db) =>
    answers(db).select((eb) => ['answer.response_id', eb.fn.avg('score').over().as('mean')]),
  'a union of two pinned reads': (db) =>
    answers(db)
      .select('score')
      .where('persona_id', '=', BUYER)
      .unionAll(answers(db).select('score').where('persona_id', '=', END_USER)),
  'a union inside a sub-select': (db) =>
    db
      .selectFrom(
        answers(db)
          .select('score as x')
          .where('persona_id', '=', BUYER)
          .unionAll(db.selectFrom('wave').select('created_at as x'))
          .as('u'),
      )
      .select((eb) => eb.fn.avg('u.x').as('mean')),
  'two pinned copies joined': (db) =>
    db
      .selectFrom('answer as a')
      .innerJoin('answer as b', 'b.wave_id', 'a.wave_id')
      .select((eb) => eb.fn.avg(eb('a.score', '+', eb.ref('b.score'))).as('mean'))
      .where('a.persona_id', '=', BUYER)
      .where('b.persona_id', '=', END_USER),
  'two pinned sub-selects added up': (db) =>
    db.selectNoFrom((eb) =>
      eb(
        eb
          .selectFrom('answer')
          .select((q) => q.fn.sum<number>('score').as('s'))
          .where('persona_id', '=', BUYER),
        '+',
        eb
          .selectFrom('answer')
          .select((q) => q.fn.sum<number>('score').as('s'))
          .where('persona_id', '=', END_USER),
      ).as('sum'),
    ),
  'people by value over personas': (db) =>
    db
      .selectFrom('answer_tally')
      .select(['value', (eb) => eb.fn.sum('people').as('people')])
      .groupBy('value'),
});

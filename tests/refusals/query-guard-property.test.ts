import fc from 'fast-check';
import type { Expression, ExpressionBuilder, Kysely, SelectQueryBuilder, SqlBool } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KNOWN_TABLES, PersonaGuard, PersonaGuardError } from '#app/platform/persona-guard.ts';
import { type Connection, connect } from '#db/connection.ts';
import { migrate } from '#db/migrate.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/databases.ts';
import { BUYER, END_USER, insertKeyedRows, keyedRows } from '#tests/support/keyed-rows.ts';

type Row = Record<string, unknown>;
type Loose = Kysely<Record<string, Row>>;
type Select = SelectQueryBuilder<Record<string, Row>, string, Row>;
type Builder = ExpressionBuilder<Record<string, Row>, string>;
interface Given {
  database: FreshDatabase;
  connection: Connection;
}

/** What a query is composed of; every combination is tried, most of them unlawful. */
interface Shape {
  where: ('pin' | 'other pin' | 'in' | 'or' | 'not' | 'value' | 'lane')[];
  groups: ('persona_id' | 'wave_id' | 'response_id' | 'score')[];
  columns: ('persona_id' | 'wave_id' | 'response_id' | 'score' | 'mean' | 'count' | 'high' | 'window')[];
  alias: boolean;
  joined: boolean;
  outer: 'none' | 'sub-select' | 'expression' | 'union' | 'scalar';
  outerWhere: boolean;
  outerGroup: boolean;
  outerColumns: ('persona_id' | 'mean' | 'sum' | 'count' | 'all')[];
}

const some = <T>(...of: T[]) => fc.uniqueArray(fc.constantFrom(...of), { maxLength: 3 });
const shapes: fc.Arbitrary<Shape> = fc.record({
  where: some('pin', 'other pin', 'in', 'or', 'not', 'value', 'lane'),
  groups: some('persona_id', 'wave_id', 'response_id', 'score'),
  columns: fc.uniqueArray(
    fc.constantFrom('persona_id', 'wave_id', 'response_id', 'score', 'mean', 'count', 'high', 'window'),
    { minLength: 1, maxLength: 4 },
  ),
  alias: fc.boolean(),
  joined: fc.boolean(),
  outer: fc.constantFrom('none', 'sub-select', 'expression', 'union', 'scalar'),
  outerWhere: fc.boolean(),
  outerGroup: fc.boolean(),
  outerColumns: fc.uniqueArray(fc.constantFrom('persona_id', 'mean', 'sum', 'count', 'all'), {
    minLength: 1,
  }),
});

/** Three worlds that differ by one point in the scores of one persona. */
const RAISED = { none: {}, buyers: { [BUYER]: 1 }, endUsers: { [END_USER]: -1 } };
const worlds: Partial<Record<keyof typeof RAISED, Given>> = {};

beforeAll(async () => {
  for (const world of ['none', 'buyers', 'endUsers'] as const) {
    const database = await freshDatabase('sqlite');
    const connection = connect(database.url);
    await migrate(connection, 1);
    await insertKeyedRows(connection.db, keyedRows('w1', RAISED[world]));
    worlds[world] = { database, connection };
  }
});
afterAll(async () => {
  for (const given of Object.values(worlds)) {
    await given?.connection.close();
    await given?.database.drop();
  }
});

test('whatever the guard accepts, no row depends on the scores of two personas', async () => {
  const guard = new PersonaGuard(KNOWN_TABLES);
  const seen = { accepted: 0, refused: 0, refusedBlends: 0 };
  await fc.assert(
    fc.asyncProperty(shapes, async (shape) => {
      const accepted = isAccepted(guard, shape);
      const blends = await isBlend(shape);
      if (blends === undefined) return;
      seen[accepted ? 'accepted' : 'refused']++;
      if (blends && !accepted) seen.refusedBlends++;
      expect(accepted && blends, 'an accepted query blends personas').toBe(false);
    }),
    { numRuns: 3000, seed: 20261121 },
  );
  // The claim would hold of a guard that refuses everything, and of shapes that never blend.
  expect(seen.accepted).toBeGreaterThan(100);
  expect(seen.refusedBlends).toBeGreaterThan(250);
});

function isAccepted(guard: PersonaGuard, shape: Shape): boolean {
  try {
    guard.judge(compose(loose('none'), shape).toOperationNode() as never);
    return true;
  } catch (error) {
    if (error instanceof PersonaGuardError) return false;
    throw error;
  }
}

/**
 * True when a row moves with the scores of both personas, or a row named after one moves with the other's.
 * Undefined when the database itself has no answer to the query.
 */
async function isBlend(shape: Shape): Promise<boolean | undefined> {
  try {
    const [none, buyers, endUsers] = await Promise.all([rows('none'), rows('buyers'), rows('endUsers')]);
    const named = (all: Row[], persona: string) => all.filter((row) => row.persona_id === `w1-${persona}`);
    if (!none.every((row) => 'persona_id' in row)) return differ(none, buyers) && differ(none, endUsers);
    const crossed = differ(named(none, END_USER), named(buyers, END_USER));
    return crossed || differ(named(none, BUYER), named(endUsers, BUYER));
  } catch {
    return undefined;
  }
  async function rows(world: keyof typeof RAISED): Promise<Row[]> {
    return compose(loose(world), shape).execute();
  }
}

function differ(one: Row[], other: Row[]): boolean {
  const sorted = (all: Row[]) => JSON.stringify(all.map((row) => JSON.stringify(row)).sort());
  return sorted(one) !== sorted(other);
}

function loose(world: keyof typeof RAISED): Loose {
  return worlds[world]?.connection.db as unknown as Loose;
}

function compose(db: Loose, shape: Shape): Select {
  const inner = readAnswers(db, shape);
  const widened = (from: Select): Select => {
    let outer = from;
    if (shape.outerWhere) outer = outer.where('o.persona_id', '=', 'w1-buyer');
    if (shape.outerGroup) outer = outer.groupBy('o.persona_id');
    for (const column of shape.outerColumns) {
      if (column === 'all') outer = outer.selectAll() as Select;
      else if (column === 'persona_id') outer = outer.select('o.persona_id') as Select;
      else if (column === 'count') outer = outer.select((eb) => eb.fn.countAll().as('n')) as Select;
      else if (column === 'mean') outer = outer.select((eb) => eb.fn.avg('o.figure').as('mean')) as Select;
      else outer = outer.select((eb) => eb.fn.sum('o.score').as('sum')) as Select;
    }
    return outer;
  };
  switch (shape.outer) {
    case 'none':
      return inner;
    case 'sub-select':
      return widened(db.selectFrom(inner.as('o')) as unknown as Select);
    case 'expression':
      return widened(db.with('o', () => inner).selectFrom('o') as unknown as Select);
    case 'union':
      return inner.unionAll(inner) as Select;
    case 'scalar':
      return db.selectFrom('wave').select(['wave.id', inner.limit(1).as('figure')]) as unknown as Select;
    default:
      return shape.outer satisfies never;
  }
}

function readAnswers(db: Loose, shape: Shape): Select {
  const a = shape.alias ? 'a' : 'answer';
  let query = db.selectFrom(shape.alias ? 'answer as a' : 'answer') as unknown as Select;
  if (shape.joined) {
    query = query.innerJoin('wave_lane as l', 'l.wave_id', `${a}.wave_id`) as unknown as Select;
  }
  for (const name of shape.where) query = query.where((eb) => condition(eb, name, a));
  for (const name of shape.groups) query = query.groupBy(`${a}.${name}`);
  for (const name of shape.columns) query = query.select((eb) => [column(eb, name, a)] as never) as Select;
  return query;
}

function condition(eb: Builder, name: Shape['where'][number], a: string): Expression<SqlBool> {
  const persona = `${a}.persona_id`;
  switch (name) {
    case 'pin':
      return eb(persona, '=', 'w1-buyer');
    case 'other pin':
      return eb(persona, '=', 'w1-end-user');
    case 'in':
      return eb(persona, 'in', ['w1-buyer', 'w1-end-user']);
    case 'or':
      return eb.or([eb(persona, '=', 'w1-buyer'), eb(`${a}.score`, '>', 4)]);
    case 'not':
      return eb.not(eb(persona, '=', 'w1-spare'));
    case 'value':
      return eb(`${a}.score`, '>=', 5);
    case 'lane':
      return eb('l.persona_id', '=', 'w1-buyer');
    default:
      return name satisfies never;
  }
}

function column(eb: Builder, name: Shape['columns'][number], a: string): unknown {
  if (name === 'mean') return eb.fn.avg(`${a}.score`).as('figure');
  if (name === 'count') return eb.fn.countAll().as('answers');
  if (name === 'high') return eb.fn.countAll().filterWhere(`${a}.score`, '>=', 8).as('high');
  if (name === 'window')
    return eb.fn
      .sum(eb.fn.max(`${a}.score`))
      .over()
      .as('running');
  return `${a}.${name}`;
}

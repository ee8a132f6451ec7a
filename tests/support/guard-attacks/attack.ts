import type { Compilable, Kysely } from 'kysely';
import type { Engine } from '#db/migrations/kit.ts';
import type { Tables } from '#db/schema/tables.ts';

export type Db = Kysely<Tables>;
export type Asked = Compilable & { execute(): Promise<unknown> };

export interface Attack {
  claim: string;
  /** Where the database itself would obey: an attack proves little if the database refuses it anyway. */
  on: readonly Engine[];
  ask(db: Db): Asked;
}

export const BUYER = 'w1-buyer';
export const END_USER = 'w1-end-user';
export const BOTH: readonly Engine[] = ['sqlite', 'postgres'];

export function group(on: readonly Engine[], asked: Record<string, Attack['ask']>): Attack[] {
  return Object.entries(asked).map(([claim, ask]) => ({ claim, on, ask }));
}

export const answers = (db: Db) => db.selectFrom('answer');
export const mean = (db: Db) => answers(db).select((eb) => eb.fn.avg<number>('score').as('mean'));
export const means = (db: Db) =>
  answers(db)
    .select(['answer.persona_id', (eb) => eb.fn.avg<number>('score').as('mean')])
    .groupBy('answer.persona_id');

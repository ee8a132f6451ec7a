import { expect } from 'vitest';
import { MATRIX } from '../matrix.ts';
import { type Slot, slotsOf } from './slots.ts';
import type { World } from './world.ts';

/** The only operations that answer with a number of somebody's feelings or of who said what. */
const TELLING = [
  'listCommittees',
  'readCommittee',
  'readPersonaDepth',
  'readResult',
  'readWaveResults',
  'readWaveThemes',
  'streamResponses',
];

/** Counts of people and of work, settings and numbers of a version: the only numbers that may stand without a persona. */
const NOBODYS = new Set([
  // Committees by how far their personas stand apart: accounts are counted, by distances alone.
  ...['committees', 'more_than_1_point', 'more_than_3_points', 'asked_different_things', 'one_persona_alone'],
  'every_role_heard',
  ...['account_week', 'accounts', 'already', 'answers', 'asked_first', 'attempts', 'debt_percent'],
  ...['deliveries', 'formatVersion', 'heard', 'index', 'invited', 'known', 'left_out', 'ordinal'],
  ...['overdue_promises', 'people', 'per_minute', 'remind_after_days', 'reminders', 'rest_days', 'revision'],
  ...['role_rest_days', 'roles_heard', 'roles_required', 'rows', 'rows_done', 'rows_total', 'settled'],
  ...['silent_seats', 'size', 'slow_domains', 'status', 'tags', 'taken_back', 'told', 'took_ms', 'unready'],
  ...['version', 'waiting', 'weekdays'],
]);

const FIGURE =
  /^(answer|cells|chance|detractors|evenness|high|histogram|low|median|middle_answer|passives|per_account|per_person|points|points_of_10|promoters|score|share|speakers|value)$/;

/**
 * No request can be made for a number over personas, because no answer has a slot for one: each slot for a number is a
 * known count, or stands in an object that must name one persona, or between two named ends.
 */
export async function expectNoSlot({ caller }: World): Promise<void> {
  const { status, body } = await caller.get('/openapi.json');
  expect(status).toBe(200);
  const slots = slotsOf(body);
  expect(slots.filter(({ isNamed, name }) => !isNamed && !NOBODYS.has(name)).map(placeOf)).toEqual([]);
  expect([...NOBODYS].filter((name) => FIGURE.test(name))).toEqual([]);
  const telling = slots.filter(({ name }) => FIGURE.test(name)).map(({ operation }) => operation);
  expect([...new Set(telling)].sort()).toEqual(TELLING);
}

/** No answer of the API has room for such a number, nothing in it is called so, and no page is. */
export async function expectNoWay(world: World, called: RegExp): Promise<void> {
  await expectNoSlot(world);
  const names = await namesOf(world);
  expect(names).toEqual(expect.arrayContaining(['themes', 'score', 'sort']));
  expect(names.filter((name) => called.test(name))).toEqual([]);
  expect(MATRIX.length).toBeGreaterThan(50);
  expect(MATRIX.filter(({ route }) => called.test(route))).toEqual([]);
}

/** Every word of the contract: what can be asked for, sent in and answered, and which values are known. */
async function namesOf({ caller }: World): Promise<string[]> {
  const names = new Set<string>();
  collect((await caller.get('/openapi.json')).body, names);
  return [...names];
}

function collect(part: unknown, names: Set<string>): void {
  if (typeof part !== 'object' || part === null) return;
  const { properties = {}, enum: values = [], in: place, name } = part as Record<string, object>;
  const words = [Object.keys(properties), values, place ? name : []].flat();
  for (const word of words) names.add(String(word));
  for (const inside of Object.values(part)) collect(inside, names);
}

const placeOf = ({ operation, path }: Slot) => `${operation}: ${path}`;

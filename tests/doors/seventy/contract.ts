import { expect } from 'vitest';
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
  expect(
    NOBODYS.values()
      .filter((name) => FIGURE.test(name))
      .toArray(),
  ).toEqual([]);
  const telling = slots.filter(({ name }) => FIGURE.test(name)).map(({ operation }) => operation);
  expect([...new Set(telling)].sort()).toEqual(TELLING);
}

const placeOf = ({ operation, path }: Slot) => `${operation}: ${path}`;

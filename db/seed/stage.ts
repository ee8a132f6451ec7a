import { randomBytes } from 'node:crypto';
import { DAY, FixedClock, HOUR } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { createIds } from '#app/platform/ids.ts';
import { createMailboxMailer } from '#app/platform/mailbox.store.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { mondayOf } from './calendar.ts';
import { createDice, type Dice } from './dice.ts';

/** The house as the story is played in it: its own time, its own chance, its own mail. */
export interface Stage {
  house: House;
  dice: Dice;
  /** Moves the story to a time of day this many days before the Monday of loading; minus is later. */
  goTo(daysAgo: number, hour?: number): void;
  /** The time of that day in ms; `goTo` goes there. */
  timeOf(daysAgo: number, hour?: number): number;
  /** ISO day. */
  dayOf(daysAgo: number): string;
}

/** A stage with the workspace founded on it and somebody to act. */
export interface OpenStage extends Stage {
  workspace: Workspace;
  /** The member who does the work: the CX lead. */
  actor: string;
}

const SEED = 20_260_309;

/** Sets the stage: the rest of the house is as it was. Invented people must never get real mail. */
export function setStage(house: House): Stage {
  const monday = mondayOf(house.clock.now());
  const timeOf = (daysAgo: number, hour = 9) => monday - daysAgo * DAY + Math.round(hour * HOUR);
  const clock = new FixedClock(timeOf(300));
  const ids = createIds(clock, (size) => randomBytes(size));
  const mailer = createMailboxMailer(house.db, clock, ids);
  const wakes = { wakeSender: () => {}, wakeImports: () => {} };
  return {
    house: { ...house, clock, ids, mailer, ...wakes },
    dice: createDice(SEED),
    goTo: (daysAgo, hour) => clock.set(timeOf(daysAgo, hour)),
    timeOf,
    dayOf: (daysAgo) => new Date(timeOf(daysAgo)).toISOString().slice(0, 10),
  };
}

/** The outcome, if it is what the story needs; anything else is a fault in the story and stops it. */
export function expectKind<O extends { kind: string }, K extends O['kind']>(
  outcome: O,
  kind: K,
): Extract<O, { kind: K }> {
  if (outcome.kind !== kind) {
    throw new Error(`The example expected “${kind}” and got ${JSON.stringify(outcome)}.`);
  }
  return outcome as Extract<O, { kind: K }>;
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, MINUTE, SECOND } from '#app/platform/clock.ts';
import { MailRefused, MailServerAway } from '#app/platform/mail.ts';
import { asksForLess } from './asks-for-less.ts';
import {
  BURST,
  beginPace,
  grant,
  HOLD,
  LINE,
  lowerPace,
  mayGo,
  type Pace,
  paceAt,
  STEP,
  standInLine,
} from './pace.ts';

const NOW = Date.parse('2026-11-02T09:00:00Z');
const RULES = { start: 60, most: 6000 };

/** Looks each `every` ms for `ms`, and sends whatever may go; the times at which mails went. */
function sendAllTheTime(from: Pace, { at, ms, every }: { at: number; ms: number; every: number }) {
  let pace = from;
  const went: number[] = [];
  for (let now = at; now < at + ms; now += every) {
    pace = paceAt(pace, RULES, now);
    while (mayGo(pace, now)) {
      pace = grant(pace, now);
      went.push(now);
    }
  }
  return { pace, went };
}

test('begins slowly, and doubles each ten seconds while it is used, up to the most', () => {
  const { pace, went } = sendAllTheTime(beginPace(RULES, NOW), { at: NOW, ms: 2 * MINUTE, every: SECOND });
  const inFirst = (ms: number) => went.filter((at) => at < NOW + ms).length;
  expect(inFirst(STEP)).toBeLessThanOrEqual(1 + (RULES.start * (STEP + BURST)) / MINUTE);
  expect(inFirst(2 * STEP) - inFirst(STEP)).toBeGreaterThan(inFirst(STEP));
  expect(pace.perMinute).toBe(RULES.most);
});

test('stays as it is where there is little to send', () => {
  let pace = beginPace(RULES, NOW);
  for (let now = NOW; now < NOW + 10 * MINUTE; now += 30 * SECOND)
    pace = grant(paceAt(pace, RULES, now), now);
  expect(pace.perMinute).toBe(RULES.start);
});

test('is half of what went when a mail server asked for less, once for mails on their way together, and is held', () => {
  const { pace } = sendAllTheTime(beginPace(RULES, NOW), { at: NOW, ms: 45 * SECOND, every: SECOND });
  const at = NOW + 45 * SECOND;
  const lowered = lowerPace(pace, at);
  expect(lowered.perMinute).toBeLessThanOrEqual(pace.perMinute / 2);
  expect(lowerPace(lowered, at + SECOND)).toEqual(lowered);
  const later = sendAllTheTime(lowered, { at, ms: HOLD - SECOND, every: SECOND }).pace;
  expect(later.perMinute).toBe(lowered.perMinute);
  const freed = sendAllTheTime(later, { at: at + HOLD, ms: 3 * STEP, every: SECOND }).pace;
  expect(freed.perMinute).toBeGreaterThan(lowered.perMinute);
});

test('never stands still, however often less was asked for', () => {
  let pace = beginPace(RULES, NOW);
  for (let times = 0; times < 50; times += 1) pace = lowerPace(pace, NOW + times * STEP);
  expect(pace.perMinute).toBe(2);
});

test('forgets what it had come to after days without a mail', () => {
  const fast = { ...beginPace(RULES, NOW), perMinute: 6000 };
  expect(paceAt(fast, RULES, NOW + 2 * DAY).perMinute).toBe(6000);
  expect(paceAt(fast, RULES, NOW + 4 * DAY)).toEqual(beginPace(RULES, NOW + 4 * DAY));
});

test('a clock that was set back holds mail up for a minute at most', () => {
  const { pace } = sendAllTheTime(beginPace(RULES, NOW), { at: NOW, ms: MINUTE, every: SECOND });
  const before = NOW - DAY;
  expect(paceAt(pace, RULES, before).nextAt).toBeLessThanOrEqual(before + LINE);
});

test('whatever is sent whenever, no stretch of time sees more than its pace and one burst', () => {
  const looks = fc.array(fc.tuple(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 0, max: 40 })), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(looks, fc.integer({ min: 2, max: 600 }), (gaps, perMinute) => {
      const rules = { start: perMinute, most: perMinute };
      let pace = beginPace(rules, NOW);
      let now = NOW;
      const went: number[] = [];
      for (const [gap, wanted] of gaps) {
        now += gap;
        pace = paceAt(pace, rules, now);
        for (let i = 0; i < wanted && mayGo(pace, now); i += 1) {
          pace = grant(pace, now);
          went.push(now);
        }
      }
      for (const [i, from] of went.entries())
        for (const [j, to] of went.entries()) {
          const most = 1 + ((to - from + BURST) * perMinute) / MINUTE;
          if (j >= i) expect(j - i + 1).toBeLessThanOrEqual(Math.ceil(most));
        }
    }),
    { numRuns: 60 },
  );
});

test('who stands in line asks again in turn, and after a minute at most', () => {
  let pace = grant(beginPace(RULES, NOW), NOW);
  const times: number[] = [];
  for (let i = 0; i < 200; i += 1) {
    const stood = standInLine(pace, NOW);
    pace = stood.pace;
    times.push(stood.until);
  }
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(times[0]).toBeGreaterThan(NOW);
  expect(times.at(-1)).toBe(NOW + LINE);
});

test.each([
  [new MailRefused(421, 'Too many connections', 'sender'), 'server'],
  [new MailRefused(454, 'Throttling failure: Maximum sending rate exceeded.'), 'server'],
  [new MailRefused(454, '4.7.0 Throttling failure'), 'server'],
  [new MailRefused(421, '4.7.28 Our system has detected an unusual rate of mail'), 'domain'],
  [new MailRefused(451, '4.7.650 The mail server has been temporarily rate limited'), 'domain'],
  [new MailRefused(450, '4.2.0 Greylisted, try again'), null],
  [new MailRefused(452, '4.2.2 Mailbox full', 'address'), null],
  [new MailRefused(550, '5.7.1 Message refused'), null],
  [new MailServerAway('connect ECONNREFUSED'), null],
  [new Error('socket hang up'), null],
] as const)('of %s, less is asked for of: %s', (fault, scope) => {
  expect(asksForLess(fault)).toBe(scope);
});

import { expect, test } from 'vitest';
import { ALERT_KINDS, AlertRuleForm, EveryForm, nameOfFall, refusedBy, sayWatch } from './alert-rule.ts';

test('under each promise a rule can be had or is refused in a sentence', () => {
  const had = (promise: 'attributed' | 'confidential' | 'unlinkable') =>
    ALERT_KINDS.filter((kind) => refusedBy(promise, kind) === null);
  expect(had('attributed')).toEqual([...ALERT_KINDS]);
  expect(had('confidential')).toEqual(['fell', 'owed', 'left']);
  expect(had('unlinkable')).toEqual(['fell', 'owed', 'left']);
  expect(refusedBy('confidential', 'silence')).toMatch(/told to nobody/);
});

test('a rule is said in words', () => {
  expect(sayWatch({ kind: 'fell', points: 20 })).toBe(
    'The score fell by 20 points or more from one closed wave to the next, and the interval of the difference excludes 0',
  );
  expect(sayWatch({ kind: 'owed', withinDays: 0 })).toMatch(/^They may not be asked again/);
  expect(sayWatch({ kind: 'owed', withinDays: 14 })).toMatch(/^Within 14 days/);
  expect(nameOfFall('Buyers', 1)).toBe('Buyers fall by 1 point');
});

test('a rule has one persona and a name', () => {
  const form = { persona: 'buyer', kind: 'left', name: 'A buyer left' };
  expect(AlertRuleForm.safeParse(form).success).toBe(true);
  for (const faulty of [{ persona: '' }, { persona: ['buyer', 'end_user'] }, { name: ' ' }, { kind: 'gap' }])
    expect(AlertRuleForm.safeParse({ ...form, ...faulty }).success).toBe(false);
  expect(EveryForm.safeParse({ everyPoints: '0' }).success).toBe(false);
  expect(EveryForm.parse({ everyPoints: '20', everyMembers: 'mem_1' })).toEqual({
    ...{ everyPoints: 20, everyMembers: ['mem_1'] },
  });
});

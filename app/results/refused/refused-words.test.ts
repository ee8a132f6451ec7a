import { expect, test } from 'vitest';
import type { EXPORT_PROBLEMS } from '../export/export-problems.ts';
import { sayRefused } from './refused-words.ts';

const BARE = sayRefused('PERSONA_REQUIRED', '').what;

test.each(['EXPORT_IN_CONFIDENCE', 'EXPORT_BEFORE_CLOSE'] satisfies (keyof typeof EXPORT_PROBLEMS)[])(
  '%s is said in words',
  (code) => {
    expect(sayRefused(code, '{"export":"rows","format":"csv","waves":["w"]}').what).not.toContain('_');
  },
);

test.each(['assign role', 'list moments', 'create moment', 'record touch', '{"themes":"a wave"}'])(
  'no persona named at “%s” is not said to be an asking without roles',
  (asked) => expect(sayRefused('PERSONA_REQUIRED', asked).what).not.toBe(BARE),
);

test('themes of any wave are one thing that was asked for', () => {
  const of = (waveId: string) => sayRefused('PERSONA_REQUIRED', JSON.stringify({ themes: waveId }));
  expect(of('one')).toEqual(of('another'));
});

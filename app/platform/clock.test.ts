import { expect, test } from 'vitest';
import { readZone } from './clock.ts';

test('a zone is known or it is not', () => {
  expect(readZone(' Europe/Lisbon ')).toBe('Europe/Lisbon');
  for (const unknown of ['', 'Lisbon o’clock', '2026-11-02T09:00[Europe/Lisbon]'])
    expect(readZone(unknown)).toBeNull();
});

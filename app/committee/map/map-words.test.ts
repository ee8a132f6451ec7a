import { expect, test } from 'vitest';
import { contactWords, silentWords, traceWords } from './map-words.ts';

const buyers = { plural: 'Buyers' };
const march = { wave: { id: 'm', name: 'March', closedAt: 1 }, heard: 9, of: 12 };

test('no contact is no step left out', () => {
  expect(contactWords(null)).toBe('No contact here.');
  expect(contactWords({ touches: 12, people: 1, accounts: 1 })).toBe('12 touches by 1 person at 1 account.');
});

test('silence is told once for each wave, with its denominator', () => {
  expect(silentWords({ felt: [march, march], questions: 2 }, buyers)).toEqual([
    '3 of 12 buyers were not heard in “March”.',
  ]);
  const open = { ...march, wave: { ...march.wave, closedAt: null } };
  expect(silentWords({ felt: [open], questions: 1 }, buyers)).toEqual([
    '3 of 12 buyers were not heard yet in “March”.',
  ]);
  expect(silentWords({ felt: [{ ...march, heard: 12 }], questions: 1 }, buyers)).toEqual([
    '“March” heard all 12 buyers.',
  ]);
  expect(silentWords({ felt: [{ ...march, of: null }], questions: 1 }, buyers)).toEqual([
    '“March” heard 9; nobody knows of how many.',
  ]);
});

test('never asked is something else than silent', () => {
  expect(silentWords({ felt: [], questions: 0 }, buyers)).toEqual([
    'No buyers were asked about this moment.',
  ]);
  expect(silentWords({ felt: [], questions: 2 }, buyers)).toEqual(['Its questions were in no wave yet.']);
});

test('a trace is told by its steps', () => {
  expect(traceWords({ new: 6, back: 29, again: 5 })).toBe(
    '40 touches at 6 moments: 29 times back at one met before, 5 times once more at the same.',
  );
  expect(traceWords({ new: 1, back: 0, again: 0 })).toBe('1 touch at 1 moment.');
});

import { afterEach, expect, vi } from 'vitest';

/** A message on the console is a fault somebody would have to read in production: it fails the test. */
const error = vi.spyOn(console, 'error');
const warn = vi.spyOn(console, 'warn');

afterEach(() => {
  const said = [...error.mock.calls, ...warn.mock.calls].map((call) => call.map(String).join(' '));
  error.mockClear();
  warn.mockClear();
  expect(said, 'nothing is written to console.error or console.warn').toEqual([]);
});

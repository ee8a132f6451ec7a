import { describe, expect, test } from 'vitest';
import { repeated, utf8 } from '#tests/support/read-all-rows.ts';
import type { ReadPart } from './read-part.ts';
import { readRows } from './read-rows.server.ts';

function* opened(): Generator<Uint8Array> {
  yield utf8('A,B\nx,"');
  yield* repeated('a\n', 5_000_000, 100_000);
}

/** Megabytes of resident memory that a piece of work adds, looked at between its steps. */
async function memoryOf(work: (look: () => void) => Promise<void>): Promise<number> {
  const before = process.memoryUsage.rss();
  let peak = before;
  await work(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  });
  return (peak - before) / 1024 / 1024;
}

/**
 * The longest time, in ms, that this thread worked without giving other work a turn; the last stretch counts,
 * finished or not. CPU time and not the clock, so that a busy machine does not count against the reader.
 */
function watchEventLoop(): () => number {
  let longest = 0;
  let since = process.threadCpuUsage();
  let watching = true;
  const look = () => {
    const { user, system } = process.threadCpuUsage(since);
    longest = Math.max(longest, (user + system) / 1000);
    since = process.threadCpuUsage();
    if (watching) setImmediate(look);
  };
  setImmediate(look);
  return () => {
    watching = false;
    look();
    return longest;
  };
}

/**
 * Memory is of the whole process, and collecting garbage is work of this thread: what others left behind may be counted. A reader
 * that takes too much does so each time.
 */
const MEASURED = { retry: 2 };

describe('hostile files leave memory and the event loop alone', () => {
  test.each<[string, () => Iterable<Uint8Array>, string]>([
    ['one line of 50 MB', () => repeated('a', 50_000_000, 100_000), 'TOO_LARGE'],
    ['one quoted cell of 50 MB', () => repeated('"a', 25_000_000, 50_000), 'TOO_LARGE'],
    ['a quote that opens and lines to the end', () => opened(), 'UNCLOSED_QUOTE'],
    ['doubled quotes all the way', () => repeated('""', 5_000_000, 100_000), 'NO_ROWS'],
    ['ten million empty rows', () => repeated('\n', 10_000_000, 100_000), 'EMPTY'],
    ['five million rows of separators', () => repeated(',\n', 5_000_000, 100_000), 'EMPTY'],
    ['five million one-letter rows', () => repeated('a\n', 5_000_000, 100_000), 'TOO_MANY_ROWS'],
  ])('%s', MEASURED, async (_, source, code) => {
    const longestWait = watchEventLoop();
    let end: ReadPart | undefined;
    const megabytes = await memoryOf(async (look) => {
      for await (const part of readRows(source())) {
        end = part;
        look();
      }
      look();
    });
    const waited = longestWait();
    expect(end).toMatchObject({ kind: 'refused', code });
    expect(megabytes).toBeLessThan(50);
    expect(waited).toBeLessThan(100);
  });

  test(
    '100,000 rows: under 150 MB, no pause over 100 ms, and the reader sets the pace',
    MEASURED,
    async () => {
      let produced = 0;
      function* people() {
        yield utf8('Full Name,Work Email,Company,Job Title,Role in deal\n');
        for (let block = 0; block < 100; block += 1) {
          const lines = Array.from({ length: 1000 }, (_, at) => {
            const id = block * 1000 + at;
            return `Zoë "${id}",z${id}@halvorsen.example,"Halvorsen, Freight ${id % 400}",Planner,User\n`;
          });
          produced += 1;
          yield utf8(lines.join(''));
        }
      }
      const longestWait = watchEventLoop();
      let rows = 0;
      let producedAtFirstRow = 0;
      const megabytes = await memoryOf(async (look) => {
        for await (const part of readRows(people())) {
          if (part.kind === 'row') rows += 1;
          if (rows === 1) producedAtFirstRow = produced;
          if (rows % 1000 === 0) look();
        }
      });
      const waited = longestWait();
      expect(rows).toBe(100_000);
      expect(producedAtFirstRow).toBeLessThan(5);
      expect(megabytes).toBeLessThan(150);
      expect(waited).toBeLessThan(100);
    },
  );

  test('whoever stops reading closes the file', async () => {
    let closed = false;
    async function* source() {
      try {
        yield utf8('A\nx\n'.repeat(50_000));
      } finally {
        closed = true;
      }
    }
    for await (const part of readRows(source())) if (part.kind === 'row') break;
    expect(closed).toBe(true);
  });
});

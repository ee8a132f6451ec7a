import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listKnown } from '../touch/touch.store.server.ts';
import { type NewTouch, touchKey } from '../touch/touch.ts';
import { judgeRow } from './judge-row.ts';
import { readTouchFile } from './read-touch-file.server.ts';
import { openTouchBook } from './touch-book.server.ts';
import type { SetAside, TouchPlan } from './touch-file.ts';

export type PlannedTouches = { kind: 'planned'; plan: TouchPlan } | { kind: 'refused'; message: string };

export interface TouchFileGiven {
  bytes: Uint8Array;
  /** The clock by which times without an offset are read: IANA. */
  zone: string;
}

/** Tells what bringing a file of touches in would do. Writes nothing. */
export async function planTouches(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  workspace: Workspace,
  { bytes, zone }: TouchFileGiven,
): Promise<PlannedTouches> {
  const file = await readTouchFile(bytes);
  if (file.kind === 'refused') return file;
  const book = await openTouchBook(db, workspace, file.rows);
  const setAside: SetAside[] = [...file.setAside];
  const touches: NewTouch[] = [];
  for (const row of file.rows) {
    const judged = judgeRow(row, book, { zone, now: clock.now() });
    if (judged.kind === 'touch') touches.push(judged.touch);
    else setAside.push({ line: row.line, cells: row.cells, reason: judged.reason });
  }
  const known = await keysOfKnown(db, workspace, touches);
  const different = new Map(touches.map((touch) => [touchKey(touch), touch]));
  const fresh = [...different].flatMap(([key, touch]) => (known.has(key) ? [] : [touch]));
  const plan = {
    rows: file.rows.length + file.setAside.length,
    fresh,
    known: different.size - fresh.length,
    repeated: touches.length - different.size,
    setAside: setAside.sort((a, b) => a.line - b.line),
    names: file.names,
    ignored: file.ignored,
  };
  return { kind: 'planned', plan };
}

/** People at once: what they did is held in memory, and no list of parameters grows too long. */
const PEOPLE = 512;

async function keysOfKnown(
  db: House['db'],
  workspace: Workspace,
  touches: readonly NewTouch[],
): Promise<Set<string>> {
  const personIds = [...new Set(touches.map(({ personId }) => personId))];
  const times = touches.map(({ at }) => at);
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const keys = new Set<string>();
  for (let at = 0; at < personIds.length; at += PEOPLE) {
    const some = personIds.slice(at, at + PEOPLE);
    for (const touch of await listKnown(db, workspace, { personIds: some, from, to }))
      keys.add(touchKey(touch));
  }
  return keys;
}

import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { saveWish } from '#app/overview/digest/save-wish.server.ts';
import { systemClock } from '#app/platform/clock.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import type { Question } from '#app/survey/question.ts';
import type { Engine } from '#db/migrations/kit.ts';
import { askEverybody, importPeople, PERSONA } from '#tests/bench/prepare.ts';
import { hearSet } from '#tests/support/asked-set.ts';
import { foundTestWorkspace, openTestHouse } from '#tests/support/house.ts';
import { SECRET } from './served.ts';

export interface Asked {
  invitationId: string;
  answer: string;
  unsubscribe: string;
}

export interface AskedPeople {
  databaseUrl: string;
  people: Asked[];
  drop(): Promise<void>;
}

/** Whether letters are in the ledger at all, wait there, or have all been handed over. */
export type Letters = 'none' | 'queued' | 'handed_over';

/**
 * Asks so many people these questions in one wave of a fresh database, and lets go of it but for `drop`. A link that ends
 * all mail opens only where a letter is in the ledger.
 */
export async function askPeople(
  engine: Engine,
  questions: readonly Question[],
  count: number,
  letters: Letters = 'none',
): Promise<AskedPeople> {
  const { house, close } = await openTestHouse({ engine, time: systemClock, vars: { APP_SECRET: SECRET } });
  const desk = { house, ...(await foundTestWorkspace(house)) };
  // What runs by the clock of the day would get one mail more on a Monday.
  await saveWish(house, desk.workspace, { memberId: desk.memberId, isOn: false, zone: '' });
  await importPeople(desk, count);
  const { waveId } = await hearSet(desk, questions, { [PERSONA]: [] });
  await askEverybody(desk, waveId, letters === 'none' ? undefined : queueMessages(house));
  while (letters === 'handed_over' && (await sendDueMessages(house)));
  const invitations = await house.db
    .selectFrom('invitation')
    .select('id')
    .where('workspace_id', '=', desk.workspace.id)
    .where('wave_id', '=', waveId)
    .orderBy('id')
    .execute();
  const people = invitations.map(({ id }) => ({
    invitationId: id,
    answer: linkToken(SECRET, 'answer', id, 1),
    unsubscribe: linkToken(SECRET, 'unsubscribe', id, 1),
  }));
  if (people.length !== count) throw new Error(`${people.length} of ${count} people were asked.`);
  if (engine === 'postgres') return { databaseUrl: house.env.databaseUrl, people, drop: close };
  const copy = await copyAway(house.env.databaseUrl);
  await close();
  return { ...copy, people };
}

/** A copy of a file that no handle holds open: whoever opens it after a crash has to recover it by itself. */
async function copyAway(path: string): Promise<Pick<AskedPeople, 'databaseUrl' | 'drop'>> {
  const file = new Database(path);
  file.pragma('wal_checkpoint(TRUNCATE)');
  file.close();
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-asked-'));
  const databaseUrl = join(folder, 'rolecall.sqlite');
  await copyFile(path, databaseUrl);
  return { databaseUrl, drop: () => rm(folder, { recursive: true, force: true }) };
}

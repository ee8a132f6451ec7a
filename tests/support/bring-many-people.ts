import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { bringIn } from '#app/audience/import/bring-in.server.ts';
import { chooseColumns } from '#app/audience/import/choose-columns.server.ts';
import { decideWords } from '#app/audience/import/decide-words.server.ts';
import type { PeopleReport } from '#app/audience/import/import-run.ts';
import { readImport } from '#app/audience/import/read-import.server.ts';
import { receiveFile } from '#app/audience/import/receive-file.server.ts';
import { runImport } from '#app/audience/import/run-import.server.ts';
import { systemClock } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Engine } from '#db/migrations/kit.ts';
import { foundTestWorkspace, openTestHouse } from '#tests/support/house.ts';

/**
 * Runs as a process of its own, so that a test can weigh it: brings in a file of many people while a visitor waits
 * for answers. `node bring-many-people.ts <engine> <file>`, the report goes to the parent as a message.
 */
export interface BroughtMany {
  report: PeopleReport;
  /** By how much each of the visitor's questions was late, the turn of the event loop included; ms, shortest first. */
  waits: number[];
  /** Resident bytes of the process before the file came, and the most there were at any visit. */
  memory: { idle: number; most: number };
}

const SMALL = 'First name,Last name,Email,Company,Role\nAda,One,a@a0.example,Account 0,User\n';

/** Another visitor, who asks a small question every 20 ms for as long as `work` lasts. */
async function watch(house: House, work: () => Promise<void>): Promise<Omit<BroughtMany, 'report'>> {
  let working = true;
  const waits: number[] = [];
  const memory = { idle: process.memoryUsage.rss(), most: 0 };
  const visit = async () => {
    while (working) {
      const begun = performance.now();
      await wait(20);
      await house.db.selectFrom('member').select('id').execute();
      waits.push(performance.now() - begun - 20);
      memory.most = Math.max(memory.most, process.memoryUsage.rss());
    }
  };
  const visitor = visit();
  await work();
  working = false;
  await visitor;
  return { waits: waits.sort((a, b) => a - b), memory };
}

async function check(house: House, workspace: Workspace, actor: string, bytes: Buffer): Promise<string> {
  const received = await receiveFile(house, workspace, {
    kind: 'people',
    fileName: 'large.csv',
    bytes,
    actor,
  });
  if (received.kind !== 'received') throw new Error(received.message);
  const importId = received.id;
  const read = await readImport(house.db, workspace, { importId, after: 0 });
  const targets = read!.columns!.columns.map(({ target }) => target);
  await chooseColumns(house, workspace, { importId, targets, dateOrders: {} });
  await runImport(house, workspace, importId);
  return importId;
}

async function bringMany(engine: Engine, file: string): Promise<BroughtMany> {
  const { house, close } = await openTestHouse({ engine });
  house.clock = systemClock;
  const { workspace, memberId: actor } = await foundTestWorkspace(house);
  // A small file first, so that the word of the large one is explained, and the code loaded, before anything is weighed.
  const small = await check(house, workspace, actor, Buffer.from(SMALL));
  const decisions = [{ word: 'User', personaId: 'end_user' }];
  await decideWords(house, workspace, { importId: small, decisions, actor });
  let importId = '';
  const watched = await watch(house, async () => {
    importId = await check(house, workspace, actor, readFileSync(file));
    await bringIn(house, workspace, { importId, actor });
    await runImport(house, workspace, importId);
  });
  const done = await readImport(house.db, workspace, { importId, after: 0 });
  await close();
  return { report: done!.run.report, ...watched };
}

const [engine, file] = process.argv.slice(2);
process.send?.(await bringMany(engine as Engine, file!));

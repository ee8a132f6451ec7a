import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
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

/** Runs as a worker, so that a test can bound its memory: brings in many people while a visitor waits for answers. */
export interface ManyPeople {
  engine: Engine;
  rows: number;
}

export interface BroughtMany {
  report: PeopleReport;
  /** By how much each of the visitor's questions was late, the turn of the event loop included; ms, shortest first. */
  waits: number[];
}

/** People at 2,000 accounts, a third of them without a role; 100,000 of them are 8 MB. */
function fileOf(rows: number): Buffer {
  const lines = ['First name,Last name,Email,Company,Role,Job title'];
  for (let at = 0; at < rows; at += 1) {
    const account = at % 2000;
    const role = at % 3 ? 'User' : '';
    lines.push(`Ada,Number ${at},p${at}@a${account}.example,Account ${account},${role},Planner ${at % 40}`);
  }
  return Buffer.from(lines.join('\n'));
}

/** Another visitor, who asks a small question every 20 ms for as long as `work` lasts. */
async function watch(house: House, work: () => Promise<void>): Promise<number[]> {
  let working = true;
  const waits: number[] = [];
  const visit = async () => {
    while (working) {
      const begun = performance.now();
      await wait(20);
      await house.db.selectFrom('member').select('id').execute();
      waits.push(performance.now() - begun - 20);
    }
  };
  const visitor = visit();
  await work();
  working = false;
  await visitor;
  return waits.sort((a, b) => a - b);
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

async function bringMany({ engine, rows }: ManyPeople): Promise<BroughtMany> {
  const { house, close } = await openTestHouse({ engine });
  house.clock = systemClock;
  const { workspace, memberId: actor } = await foundTestWorkspace(house);
  // A small file first, so that the word of the large one is explained already.
  const small = await check(house, workspace, actor, fileOf(2));
  const decisions = [{ word: 'User', personaId: 'end_user' }];
  await decideWords(house, workspace, { importId: small, decisions, actor });
  let importId = '';
  const waits = await watch(house, async () => {
    importId = await check(house, workspace, actor, fileOf(rows));
    await bringIn(house, workspace, { importId, actor });
    await runImport(house, workspace, importId);
  });
  const done = await readImport(house.db, workspace, { importId, after: 0 });
  await close();
  return { report: done!.run.report, waits };
}

parentPort?.postMessage(await bringMany(workerData as ManyPeople));

import { fork } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Engine } from '#db/migrations/kit.ts';
import type { BroughtMany } from '#tests/support/bring-many-people.ts';
import { freshFolder } from '#tests/support/house.ts';

const SIZES: [Engine, number][] = [
  ['sqlite', 100_000],
  ['postgres', 20_000],
];

const MB = 1024 * 1024;

describe.each(SIZES)('on %s, %i people', (engine, rows) => {
  it('come in with less than 150 MB more of memory, while others are answered', {
    timeout: 600_000,
  }, async () => {
    const { report, waits, memory } = await bringInProcess(engine, rows);
    const withoutRole = Math.ceil(rows / 3);
    expect(report).toMatchObject({ newPeople: rows - withoutRole, roleMissing: withoutRole, needYou: 0 });
    expect(waits.length).toBeGreaterThan(50);
    expect(waits[Math.floor(waits.length / 2)]).toBeLessThan(100);
    expect(memory.idle / MB).toBeGreaterThan(50);
    expect((memory.most - memory.idle) / MB).toBeLessThan(150);
  });
});

/** The process is started as the server is, by the same flags: nothing else holds its memory down. */
async function bringInProcess(engine: Engine, rows: number): Promise<BroughtMany> {
  const folder = await freshFolder();
  const file = join(folder.path, 'large.csv');
  await writeFile(file, fileOf(rows));
  const script = fileURLToPath(new URL('../support/bring-many-people.ts', import.meta.url));
  const child = fork(script, [engine, file], { execArgv: await serverFlags() });
  const brought = await new Promise<BroughtMany>((resolve, reject) => {
    child.once('message', resolve as (message: unknown) => void);
    child.once('exit', (code) => reject(new Error(`the import ended with ${code} before it reported`)));
  });
  child.disconnect();
  await folder.remove();
  return brought;
}

async function serverFlags(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  const flags = /^exec (?:env NODE_COMPILE_CACHE=\S+ )?node (.*)app\/server\.ts$/.exec(scripts.start)?.[1];
  if (flags === undefined) throw new Error('package.json starts the server in a way that is not known here');
  return flags.split(' ').filter((flag) => flag !== '');
}

/** People at 2,000 accounts, a third of them without a role; 100,000 of them are 8 MB. */
function fileOf(rows: number): string {
  const lines = ['First name,Last name,Email,Company,Role,Job title'];
  for (let at = 0; at < rows; at += 1) {
    const account = at % 2000;
    const role = at % 3 ? 'User' : '';
    lines.push(`Ada,Number ${at},p${at}@a${account}.example,Account ${account},${role},Planner ${at % 40}`);
  }
  return lines.join('\n');
}

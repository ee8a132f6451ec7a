import { openSnapshots } from './platform/db.server.ts';
import { EnvError, readEnv } from './platform/env.server.ts';
import { recountAll } from './results/recount/recount-all.server.ts';

/**
 * `npm run rollups:verify`: counts every rollup again from the answers it stands for, compares exactly and changes nothing.
 * One line of JSON; 1 where anything differs.
 */
process.exitCode = await verify().catch((fault: unknown) => {
  if (!(fault instanceof EnvError)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  return 2;
});

async function verify(): Promise<number> {
  const snapshots = openSnapshots(readEnv(process.env).databaseUrl);
  try {
    const recounted = await recountAll(snapshots);
    process.stdout.write(`${JSON.stringify(recounted)}\n`);
    return recounted.faults === 0 ? 0 : 1;
  } finally {
    await snapshots.close();
  }
}

import { openHouse } from './open-house.ts';
import { stepBack } from './platform/step-back.server.ts';
import { runExports } from './results/export/run-exports.server.ts';

/**
 * Makes the exports that wait, beside the process that started it, and ends. It may be killed at any moment, and ends by
 * itself when that process is gone.
 */
stepBack();
process.once('disconnect', () => process.exit(0));
process.channel?.unref();
let isStopping = false;
process.once('SIGTERM', () => {
  isStopping = true;
});
const { house, close } = await openHouse({ wakeSender: () => undefined, wakeImports: () => undefined });
await runExports(house, () => isStopping);
await close();
process.exit(0);

import { settleWhereabouts } from './delivery/armed/settle-whereabouts.server.ts';
import { startEvents } from './delivery/event/start-events.server.ts';
import { startPreparing } from './delivery/start-preparing.server.ts';
import { startSender } from './delivery/start-sender.server.ts';
import { startHooks } from './followup/hook/start-hooks.server.ts';
import { drainOnSignal, openHouse } from './open-house.ts';

/** `npm run sender`: hands over mail beside the web process, by the same code and from the same ledger. */
const { house, close } = await openHouse({ wakeSender: () => undefined, wakeImports: () => undefined });
await settleWhereabouts(house);
const sender = startSender(house);
const preparing = startPreparing(house);
const events = startEvents(house, { sends: true });
const hooks = startHooks(house);
process.stdout.write('Rolecall sends from here, also what other processes queue.\n');
drainOnSignal(async () => {
  await Promise.all([sender.stop(), preparing.stop(), events.stop(), hooks.stop()]);
  await close();
});

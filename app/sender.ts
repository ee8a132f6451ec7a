import { startSender } from './delivery/start-sender.server.ts';
import { drainOnSignal, openHouse } from './open-house.ts';

/** `npm run sender`: hands over mail beside the web process, by the same code and from the same ledger. */
const { house, close } = await openHouse({ wakeSender: () => undefined, wakeImports: () => undefined });
const sender = startSender(house);
process.stdout.write('Rolecall sends from here, also what other processes queue.\n');
drainOnSignal(async () => {
  await sender.stop();
  await close();
});

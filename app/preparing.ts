import { queueMessages } from './delivery/queue-messages.server.ts';
import { openHouse } from './open-house.ts';
import { prepareOrders } from './programme/order/prepare-orders.server.ts';

/**
 * Makes ready what sends to very many have decided, beside the process that started it, and ends. It may be killed at any
 * moment, and ends by itself when that process is gone.
 */
process.once('disconnect', () => process.exit(0));
process.channel?.unref();
const { house, close } = await openHouse({ wakeSender: () => undefined, wakeImports: () => undefined });
await prepareOrders(house, queueMessages(house));
await close();
process.exit(0);

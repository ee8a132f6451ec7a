import { once } from 'node:events';
import { mailReadiness } from './delivery/doctor/mail-readiness.server.ts';
import { queueMessages } from './delivery/queue-messages.server.ts';
import { openHouse } from './open-house.ts';
import { mintWorkspace } from './platform/workspace.ts';
import { type ChosenSend, sendChosen } from './programme/send-chosen.server.ts';

/**
 * Decides one send beside the process that started it, tells it what came of it, and ends; also when that process is gone.
 * What is decided is one transaction, so it may be killed at any moment.
 */
process.once('disconnect', () => process.exit(0));
const [asked] = (await once(process, 'message')) as [{ workspaceId: string; send: ChosenSend }];
const { house, close } = await openHouse({ wakeSender: () => undefined, wakeImports: () => undefined });
// Whoever started it stands in this workspace.
const workspace = mintWorkspace(asked.workspaceId);
const sent = await sendChosen(house, workspace, asked.send, queueMessages(house), mailReadiness(house));
await close();
await new Promise<void>((resolve) => process.send!(sent, () => resolve()));
process.exit(0);

import { MINUTE } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { flowKey, listOver, noteOver, readFlows } from './shared-flow.store.server.ts';
import { floorTo, type Limit, stepOf } from './shared-limit.ts';
import { flowsOf, type Knock, type Place, Places } from './shared-places.ts';

/**
 * Looks whether there is a place before anything is held for it: whoever presses on and on at a limit costs a reading
 * each time, and a line to its owner once a minute.
 */
export async function lookForPlace(db: Db, workspace: Workspace, knock: Knock): Promise<Place> {
  const { linkId } = knock;
  const flows = await readFlows(db, workspace, { linkId, flows: Object.values(flowsOf(knock)) });
  const full = new Map([...flows].map(([flow, emptyAt]) => [flowKey({ linkId, flow }), emptyAt]));
  const place = new Places(full).take(knock);
  if (place.kind === 'over') await noteNowAndThen(db, workspace, knock, place.what);
  return place;
}

async function noteNowAndThen(db: Db, workspace: Workspace, knock: Knock, what: Limit): Promise<void> {
  const at = floorTo(stepOf(knock.confidentiality), knock.at);
  const noted = (await listOver(db, workspace, knock.linkId)).find((over) => over.what === what);
  if (noted && at - noted.lastAt < MINUTE) return;
  await inTransaction(db, (tx) => noteOver(tx, workspace, { linkId: knock.linkId, what, answers: 0, at }));
}

import type { Snapshots } from '#app/platform/db.server.ts';
import { listAllLanes } from './recount.store.server.ts';
import { type RollupFault, recountLane } from './recount-lane.server.ts';

export interface RecountedAll {
  lanes: number;
  answers: number;
  /** How many there are; the first of them are named. */
  faults: number;
  named: RollupFault[];
}

const NAMED = 20;

/**
 * Counts every lane of every workspace again and compares. Lane by lane, each as it stood at one moment: whoever answers
 * meanwhile is in all of a lane's rollups or in none.
 */
export async function recountAll(snapshots: Snapshots): Promise<RecountedAll> {
  const all: RecountedAll = { lanes: 0, answers: 0, faults: 0, named: [] };
  for (const lane of await snapshots.atOneMoment(listAllLanes)) {
    const { answers, faults } = await snapshots.atOneMoment((db) => recountLane(db, lane));
    all.lanes += 1;
    all.answers += answers;
    all.faults += faults.length;
    all.named.push(...faults.slice(0, NAMED - all.named.length));
  }
  return all;
}

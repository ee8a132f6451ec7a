import { MINUTE, SECOND } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { type Job, startJob } from '#app/platform/job.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { addViews, type ShareView } from './view.store.server.ts';

/** How often one page may be asked for within a minute, in each process. */
const MOST_A_MINUTE = 120;

type Noting = Pick<House, 'db' | 'clock' | 'log'>;

export interface ViewNotes {
  /**
   * Remembers that a page was opened; false where it was asked for too often within this minute. Without a client nobody
   * opened it, and that counts for the pace alone.
   */
  note(seen: Parameters<NonNullable<House['noteView']>>[0]): boolean;
  /** Writes down what is remembered. */
  keep(): Promise<void>;
}

/**
 * Openings of shared pages, remembered as they come and written down shortly after: a door that only reads writes
 * nothing, and however many programs follow a link, it costs one row a minute.
 */
export function createViewNotes({ db, clock }: Noting): ViewNotes {
  const remembered = new Map<string, ShareView>();
  const paces = new Map<string, number>();
  let minute = 0;
  return {
    note: ({ client, ...seen }) => {
      const at = Math.floor(clock.now() / MINUTE) * MINUTE;
      if (at !== minute) paces.clear();
      minute = at;
      const pace = (paces.get(seen.shareId) ?? 0) + 1;
      paces.set(seen.shareId, pace);
      if (pace > MOST_A_MINUTE) return false;
      if (client !== null) addTo(remembered, { ...seen, at, client, views: 1 });
      return true;
    },
    keep: async () => {
      const seen = [...remembered.values()];
      if (seen.length === 0) return;
      remembered.clear();
      try {
        await inTransaction(db, (tx) => addViews(tx, seen));
      } catch (fault) {
        for (const one of seen) addTo(remembered, one);
        throw fault;
      }
    },
  };
}

function addTo(remembered: Map<string, ShareView>, one: ShareView): void {
  const key = `${one.workspaceId} ${one.shareId} ${one.at} ${one.client}`;
  remembered.set(key, { ...one, views: one.views + (remembered.get(key)?.views ?? 0) });
}

/** Lets doors note openings (`house.noteView`), and writes them down every few seconds and at the end. */
export function startNotingViews(house: House): Job {
  const notes = createViewNotes(house);
  house.noteView = notes.note;
  const work = async () => {
    await notes.keep();
    return false;
  };
  const onFault = (fault: unknown) =>
    house.log.error({ err: fault }, 'writing down who opened what stumbled');
  const job = startJob(2 * SECOND, work, onFault);
  return {
    wake: job.wake,
    stop: async () => {
      await job.stop();
      await notes.keep().catch(onFault);
    },
  };
}

import { MINUTE, SECOND } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { type Job, startJob } from '#app/platform/job.ts';
import { isAtRest } from '../armed/is-at-rest.server.ts';
import { takeDropped } from '../inbox/drop-folder.server.ts';
import { takeInbox } from '../inbox/imap-inbox.server.ts';
import { sendNotices } from '../notice/send-notices.server.ts';
import { tellOfLeavers } from '../notice/tell-left.server.ts';
import { sweepEvents, takeEvents } from './take-events.server.ts';

/**
 * What a process does about mails that are out: takes in what comes back, and tells whoever should know. With `sends` false it
 * queues that word for a process that sends.
 */
export function startEvents(house: House, { sends }: { sends: boolean }): Job {
  let isStopping = false;
  const mayGoOn = () => !isStopping;
  const awake = (work: () => Promise<boolean>) => async () => !(await isAtRest(house)) && work();
  const jobs = [
    jobOf(house, 5 * SECOND, 'taking in what came back stumbled', () => takeEvents(house)),
    jobOf(
      house,
      5 * SECOND,
      'telling owners stumbled',
      awake(async () => {
        await tellOfLeavers(house);
        return sends && sendNotices(house);
      }),
    ),
    jobOf(
      house,
      5 * SECOND,
      'the drop folder cannot be read',
      awake(() => takeDropped(house, mayGoOn)),
    ),
    jobOf(
      house,
      MINUTE,
      'the inbox cannot be read',
      awake(() => takeInbox(house, mayGoOn)),
    ),
    jobOf(house, MINUTE, 'the sweeper of events stumbled', async () => {
      await sweepEvents(house);
      return false;
    }),
  ];
  return {
    wake: () => {
      for (const job of jobs) job.wake();
    },
    stop: async () => {
      isStopping = true;
      await Promise.all(jobs.map((job) => job.stop()));
    },
  };
}

function jobOf(house: House, everyMs: number, trouble: string, work: () => Promise<boolean>): Job {
  return startJob(everyMs, work, (fault) => house.log.error({ err: fault }, trouble));
}

import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { DAY } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { releaseAnswers } from '#app/results/confidence/release-answers.server.ts';
import { countWaiting } from '#app/results/count-waiting.server.ts';
import type { Desk } from './asking.ts';

/** What the job does in a quiet day after waves were closed: it looks, and looks once more. */
export async function releaseAll({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<void> {
  await countWaiting({ db });
  const later = { now: () => clock.now() + DAY };
  await releaseAnswers({ db, clock: later });
  await releaseAnswers({ db, clock: later });
}

/** Closes a wave and lets what was answered in confidence be shown as far as it ever is. */
export async function closeAndRelease({ house, workspace, memberId: actor }: Desk, waveId: string) {
  await closeWave(house, workspace, { waveId, actor }, endWithWave);
  await releaseAll(house);
}

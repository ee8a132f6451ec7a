import { startAnswerImports } from '#app/answering/start-answer-imports.server.ts';
import { startImports } from '#app/audience/start-imports.server.ts';
import { startEvents } from '#app/delivery/event/start-events.server.ts';
import { startSender } from '#app/delivery/start-sender.server.ts';
import type { House } from '#app/platform/house.ts';
import { countAnswers } from '#app/results/count-answers.server.ts';

export interface RunningJobs {
  /** Finishes what is in hand. Comes before the house is closed. */
  stop(): Promise<void>;
}

/** The jobs of the entry, with their bells: what is queued is worked on at once, as in a running server. */
export function startJobs(house: House): RunningJobs {
  const sender = startSender(house);
  const events = startEvents(house, { sends: true });
  const imports = startImports(house);
  const answerImports = startAnswerImports(house, countAnswers);
  house.wakeSender = () => sender.wake();
  house.wakeImports = () => {
    imports.wake();
    answerImports.wake();
  };
  return {
    stop: async () => {
      await Promise.all([sender.stop(), events.stop(), imports.stop(), answerImports.stop()]);
    },
  };
}

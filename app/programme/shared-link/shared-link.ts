import { z } from 'zod';
import type { SharedAnswers } from '#app/survey/shared-answers.ts';
import { NewWave } from '../wave/wave.ts';
import type { WaveState } from '../wave/wave-words.ts';

/** A link to put on a page or into a chat: whoever opens it says first what they do. */
export interface SharedLink {
  id: string;
  waveId: string;
  programmeId: string;
  programmeName: string;
  /** Where it hangs, such as “Help pages”. */
  place: string;
  /** What becomes of its answers, as the surveys said before they were published. */
  answersAre: SharedAnswers;
  onePerDevice: boolean;
  state: WaveState;
  createdAt: number;
  closedAt: number | null;
  /** When its address stopped opening anything; null while it does. */
  revokedAt: number | null;
}

export const NewSharedLink = z.object({
  programmeId: NewWave.shape.programmeId,
  place: z.string().trim().min(1, 'Say where the link will hang, such as “Help pages”.').max(40),
  lanes: NewWave.shape.lanes,
  onePerDevice: z.boolean(),
});
export type NewSharedLink = z.infer<typeof NewSharedLink>;

import { z } from 'zod';

import type { WaveKind, WaveState } from './wave-words.ts';

/** One persona of a wave and the published questions it gets. */
export interface WaveLane {
  personaId: string;
  versionId: string;
  surveyId: string;
  surveyName: string;
  /** The version's number. */
  number: number;
  /** N: people who held the persona's role when the wave was last sent and did not say that it is not theirs; null until then. */
  knownPeople: number | null;
}

/** One dated asking. Times are ms. */
export interface Wave {
  id: string;
  name: string;
  state: WaveState;
  kind: WaveKind;
  programmeId: string;
  programmeName: string;
  createdAt: number;
  sentAt: number | null;
  closedAt: number | null;
  lanes: WaveLane[];
}

export const NewWave = z.object({
  programmeId: z.string().min(1, 'Choose the programme that this send belongs to.'),
  name: z.string().trim().min(1, 'Give it a name, such as “Winter 2027”.').max(80),
  lanes: z
    .array(z.object({ personaId: z.string(), versionId: z.string() }))
    .min(1, 'Choose published questions for at least one persona.')
    .refine(
      (lanes) => new Set(lanes.map(({ personaId }) => personaId)).size === lanes.length,
      'One survey per persona.',
    ),
});
export type NewWave = z.infer<typeof NewWave>;

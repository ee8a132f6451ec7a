import { z } from 'zod';
import { CONFIDENTIALITIES, type Confidentiality } from './confidentiality.ts';

export type ProgrammeState = 'draft' | 'live' | 'paused' | 'shut';

/** A standing intent to listen. Times are ms. */
export interface Programme {
  id: string;
  name: string;
  state: ProgrammeState;
  confidentiality: Confidentiality;
  /** `imported` holds answers that were given elsewhere; nobody can be asked in it. */
  origin: 'asked' | 'imported';
  senderName: string;
  createdAt: number;
}

export const NewProgramme = z.object({
  name: z.string().trim().min(1, 'Give it a name, such as “Winter check-in”.').max(80),
  senderName: z
    .string()
    .trim()
    .min(1, 'Say who the mail is from: a person’s name is answered more often.')
    .max(80),
  confidentiality: z.enum(CONFIDENTIALITIES, { error: 'Choose what respondents are promised.' }),
});
export type NewProgramme = z.infer<typeof NewProgramme>;

/** What respondents are promised, in the words they read. */
export const CONFIDENTIALITY_WORDS = {
  attributed: { name: 'Attributed', promise: 'Your name stands beside your answer.' },
  confidential: {
    name: 'Confidential',
    promise: 'We know who answered; colleagues see answers without names.',
  },
  unlinkable: { name: 'Unlinkable', promise: 'Nobody, not even we, can tell who gave which answer.' },
} as const satisfies Record<Confidentiality, { name: string; promise: string }>;

import { z } from 'zod';
import { CONFIDENTIALITIES, type Confidentiality } from './confidentiality.ts';
import type { ProgrammeState } from './programme-words.ts';

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

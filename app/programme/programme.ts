import { z } from 'zod';
import { SenderName } from './brand/brand.ts';
import { CONFIDENTIALITIES, type Confidentiality } from './confidentiality.ts';
import { IN_DOUBT_RULES, type InDoubtRule } from './in-doubt.ts';
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
  inDoubt: InDoubtRule;
  createdAt: number;
}

export const NewProgramme = z.object({
  name: z.string().trim().min(1, 'Give it a name, such as “Winter check-in”.').max(80),
  senderName: SenderName,
  confidentiality: z.enum(CONFIDENTIALITIES, { error: 'Choose what respondents are promised.' }),
  inDoubt: z
    .enum(IN_DOUBT_RULES, { error: 'Choose what becomes of a mail in doubt.' })
    .default('resend_once'),
});
/** As it is asked for: what is left out is chosen for one. */
export type NewProgramme = z.input<typeof NewProgramme>;

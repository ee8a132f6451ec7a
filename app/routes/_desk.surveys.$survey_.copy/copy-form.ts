import { z } from 'zod';

/** What the form of a copy sends. */
export const CopyForm = z.object({
  personaId: z.string().min(1, 'Choose whom the copy is for.').prefault(''),
  programme: z.string().min(1, 'Choose the programme that the copy serves.').prefault(''),
  name: z.string().trim().min(1, 'Give it a name that your colleagues will find it by.').max(80).prefault(''),
});

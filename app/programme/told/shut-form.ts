import { z } from 'zod';

const text = (empty: string) =>
  z
    .string()
    .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, empty).max(4000, 'Keep it under 4000 characters.'));

/** Why a programme is shut, and what its respondents read about it. */
export const ShutForm = z.object({
  reason: text('Say why, in a sentence: it stays with the programme.').pipe(
    z.string().max(300, 'Keep it under 300 characters.'),
  ),
  heard: text('Say to them that you heard them.'),
  willNot: text('Say to them that it ends, and why.'),
});

/** What the note says until somebody writes better: courteous, and plain about whose fault it is. */
export const SHUT_NOTE = {
  heard: 'You took the time to answer us, and you did not hear back as we had promised. We are sorry.',
  willNot:
    'We did not act on what you told us, so we have stopped asking. You will get no more questions of this kind from us. Your answers stay as you gave them, under the promise that we made when we asked.',
} as const;

import type { Operation } from './operations.ts';

/** Answering back: what lanes are owed, and the letters to them. */
export const TOLD: readonly Operation[] = [
  {
    method: 'get',
    path: '/waves/{wave}/told-back/{persona}',
    id: 'readToldBack',
    summary: 'What the respondents of a persona are owed, the letter being written to them and those sent.',
    scope: 'waves:read',
    answers: { 200: 'ToldBack' },
  },
  {
    method: 'post',
    path: '/waves/{wave}/told-back/{persona}',
    id: 'writeToldBack',
    summary:
      'Writes the letter: what was heard, what comes of it, what does not and why. Nobody gets it yet.',
    scope: 'waves:write',
    body: 'ToldLetter',
    answers: { 200: 'ToldBack' },
    problems: ['WAVE_NOT_OPEN', 'WRITTEN_MEANWHILE'],
  },
  {
    method: 'post',
    path: '/waves/{wave}/told-back/{persona}/send',
    id: 'sendToldBack',
    summary: 'Sends the letter to every respondent of the persona who had none; it settles what is owed.',
    scope: 'waves:write',
    body: 'ToldSend',
    answers: { 200: 'ToldSent' },
    problems: ['LETTER_INCOMPLETE', 'WRITTEN_MEANWHILE'],
  },
  {
    method: 'post',
    path: '/programmes/{programme}/shut',
    id: 'shutProgramme',
    summary: 'Ends a programme for good, closes its waves and sends a note to whoever is owed an answer.',
    scope: 'waves:write',
    body: 'ShutProgramme',
    answers: { 200: 'Shut' },
  },
];

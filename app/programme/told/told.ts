import { z } from 'zod';
import { inSentence } from '#app/persona/persona.ts';
import type { LaneDebt } from './debt.ts';

/** One persona of one wave. */
export interface LaneId {
  waveId: string;
  personaId: string;
}

/** A letter to the respondents of one persona in one wave: what was heard and what comes of it. */
export interface ToldLetter {
  /** 1 for the first; the next ones are for whoever answered since. */
  ordinal: number;
  heard: string;
  willDo: string;
  willNot: string;
  /** Whether those who were asked and said nothing get it as well. */
  toSilent: boolean;
  revision: number;
  /** ms */
  sentAt: number | null;
  /** When all its mails were in the ledger, ms. */
  queuedAt: number | null;
}

/** What a lane is owed, the letter being written to it and those that went out. */
export interface ToldBack {
  debt: LaneDebt;
  sent: ToldLetter[];
  /** The first time empty, later with the words of the one before. */
  draft: ToldDraft & { revision: number };
}

const MOST_LETTERS = 4000;

const text = z
  .string()
  .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().max(MOST_LETTERS, `Keep it under ${MOST_LETTERS} characters.`));

/** What may be kept; anything may still be missing. */
export const ToldDraft = z.object({ heard: text, willDo: text, willNot: text, toSilent: z.boolean() });
export type ToldDraft = z.infer<typeof ToldDraft>;

export const TOLD_FIELDS = ['heard', 'willDo', 'willNot'] as const;
export type ToldField = (typeof TOLD_FIELDS)[number];

/** The parts of the letter, as its reader sees them headed. @param plural the persona's, such as "Buyers" */
export function toldHeadings(plural: string): Record<ToldField, string> {
  return {
    heard: `What we heard from ${inSentence(plural)}`,
    willDo: 'What we will do',
    willNot: 'What we will not do, and why',
  };
}

/** What still stands between a draft and its readers: a sentence for each field. */
export function missingInLetter({ heard, willDo, willNot }: ToldDraft): Partial<Record<ToldField, string>> {
  const missing: Partial<Record<ToldField, string>> = {};
  if (heard === '') missing.heard = 'Say what you heard: without it nobody knows that you did.';
  if (willDo === '' && willNot === '')
    missing.willDo =
      'Say what you will do, or below what you will not and why. A thank-you alone answers nothing.';
  return missing;
}

/** Why a letter waits where answers are unlinkable. */
export const STILL_OPEN =
  'Nothing may tell who answered when, so all are told at once: close the send, and send the letter a quarter of an hour later.';

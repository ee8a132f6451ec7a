import type { Ids } from '#app/platform/ids.ts';
import type { Given } from '#app/survey/question/given.ts';
import { inLanguage } from '#app/survey/texts.ts';
import type { RespondentDoor } from './respondent-door.ts';
import { PAST_THE_END } from './respondent-page.ts';
import type { Turn } from './turn-page.ts';

/** A respondent's page as it came back. */
export interface Sent {
  submitId: string;
  given: Given;
  turn: Turn;
  language?: string;
}

export function readSent(form: FormData, ids: Ids): Sent {
  const given = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value === 'string') given.set(name, [...(given.get(name) ?? []), value]);
  }
  const sentId = String(form.get('submit_id'));
  const number = String(form.get('page'));
  const go = form.get('go');
  return {
    submitId: /^[\w-]{1,64}$/.test(sentId) ? sentId : ids.make(),
    given,
    // A page that says nothing of where it stood is sent as a whole.
    turn: {
      page: /^\d{1,4}$/.test(number) ? Number(number) : PAST_THE_END,
      go: go === 'back' || go === 'on' ? go : 'send',
    },
    language: String(form.get('lang') ?? '') || undefined,
  };
}

/** The survey in the language asked for, if it speaks it. */
export function inChosenLanguage(door: RespondentDoor, language: string | null | undefined): RespondentDoor {
  if (!language || !Object.hasOwn(door.questionSet.translations ?? {}, language)) return door;
  return { ...door, language, questionSet: inLanguage(door.questionSet, language) };
}

/** The number tapped in the mail; null for anything else in its place. */
export function tappedNumber(search: URLSearchParams): string | null {
  const value = search.get('v');
  return value !== null && /^(\d|10)$/.test(value) ? value : null;
}

import type { Ids } from '#app/platform/ids.ts';
import type { Given } from '#app/survey/question/given.ts';
import { PAST_THE_END } from './respondent-page.ts';
import type { Turn } from './turn-page.ts';

/** A respondent's page as it came back. */
export interface Sent {
  submitId: string;
  given: Given;
  turn: Turn;
  language?: string;
  /** See `render-nonce.server.ts`; empty where none came. */
  shown: string;
  /** Which save of what is begun the page knew. */
  revision: number;
  /** A hand was seen on the page. */
  moved: boolean;
  /** What stands in the field that people do not see. */
  honeypot: string;
  /** Questions that stood blank on the page because another device had answered them. */
  elsewhere: ReadonlySet<string>;
}

/** Fields that are the page's own and no answer. */
const OWN = new Set([
  ...['submit_id', 'page', 'lang', 'shown', 'revision', 'moved', 'website', 'go', 'elsewhere'],
]);

export function readSent(form: Iterable<[string, unknown]>, ids: Pick<Ids, 'make'>): Sent {
  const given = new Map<string, string[]>();
  const own = new Map<string, string>();
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue;
    if (OWN.has(name)) own.set(name, value);
    else given.set(name, [...(given.get(name) ?? []), value]);
  }
  const sentId = own.get('submit_id') ?? '';
  const language = pressedLanguage(own.get('go') ?? '') ?? own.get('lang');
  return {
    submitId: /^[\w-]{1,64}$/.test(sentId) ? sentId : ids.make(),
    given,
    turn: readTurn(own.get('page') ?? '', own.get('go') ?? ''),
    ...(language ? { language } : {}),
    shown: own.get('shown') ?? '',
    revision: readNumber(own.get('revision') ?? '') ?? 0,
    moved: own.get('moved') === '1',
    honeypot: own.get('website') ?? '',
    elsewhere: new Set((own.get('elsewhere') ?? '').split(' ')),
  };
}

/** A page that says nothing of where it stood is sent as a whole. */
function readTurn(page: string, go: string): Turn {
  const at = { page: readNumber(page) ?? PAST_THE_END };
  if (pressedLanguage(go) !== null) return { ...at, go: 'stay' };
  if (go === 'back' || go === 'on' || go === 'keep') return { ...at, go };
  const to = go.startsWith('to-') ? readNumber(go.slice(3)) : null;
  return to === null ? { ...at, go: 'send' } : { ...at, go: 'to', to };
}

/** The button of another language says it: `in-de`. */
function pressedLanguage(go: string): string | null {
  return go.startsWith('in-') ? go.slice(3) : null;
}

function readNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** The number tapped in the mail; null for anything else in its place. */
export function tappedNumber(search: URLSearchParams): string | null {
  const value = search.get('v');
  return value !== null && /^(\d|10)$/.test(value) ? value : null;
}

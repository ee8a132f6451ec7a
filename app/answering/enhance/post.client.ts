import { currentForm, word } from './form.client.ts';
import { say } from './say.client.ts';

/** Milliseconds after which a request without an answer counts as lost. Sending it again is safe: `submit_id`. */
const PATIENCE = 20_000;
/** Milliseconds after which somebody would wonder. */
const SLOW = 1000;
/** Browsers refuse to let more than 64 KB outlive a page. */
const OUTLIVES = 60_000;

export type Posted =
  | { kind: 'answered'; response: Response; text: string }
  /** No answer, or one that says "later": everything stays as it is and is tried again. */
  | Trouble;

export interface Trouble {
  kind: 'trouble';
  response: Response | null;
}

/** Sends the form as a press on the button of that name and value would. */
export async function post(name: string, value: string, isFirstTry: boolean): Promise<Posted> {
  const body = formBody(name, value);
  const patience = new AbortController();
  const late = setTimeout(() => patience.abort(), PATIENCE);
  const isKeep = value === 'keep';
  const slow = setTimeout(() => isFirstTry && say(word(isKeep ? 'saving' : 'sending')), SLOW);
  try {
    return await ask(body, patience.signal, isKeep);
  } finally {
    clearTimeout(late);
    clearTimeout(slow);
  }
}

function formBody(name: string, value: string): URLSearchParams {
  const body = new URLSearchParams();
  const fields = new FormData(currentForm() ?? undefined);
  // Line breaks as the browser itself sends them: the same answers are the same bytes, with and without script.
  for (const [key, text] of fields) body.append(key, String(text).replace(/\r?\n/g, '\r\n'));
  body.append(name, value);
  return body;
}

async function ask(body: URLSearchParams, signal: AbortSignal, isKeep: boolean): Promise<Posted> {
  const url = currentForm()?.getAttribute('action') || location.href;
  const keepalive = isKeep && String(body).length < OUTLIVES;
  try {
    const response = await fetch(url, { method: 'POST', body, signal, keepalive });
    const text = await response.text();
    const isLater = response.status >= 500 || response.status === 429;
    return isLater ? { kind: 'trouble', response } : { kind: 'answered', response, text };
  } catch {
    return { kind: 'trouble', response: null };
  }
}

import { filledForm, hiddenFields } from './forms.ts';
import { atPace, Caller, type Pace } from './paced.ts';

/** How long somebody looks at the page before answering, ms. */
const THINKING = 4000;

export interface Heard {
  /** From the moment each was due, ms. */
  pages: number[];
  submits: number[];
  acknowledged: string[];
  /** What was answered other than asked for, by what it was. */
  faults: Map<string, number>;
  /** How late the client itself was at most, ms. */
  clientLate: number;
}

interface Opened {
  path: string;
  hidden: URLSearchParams;
  at: number;
}

/**
 * People who open their link, each once, and answer it a while later with the very form they were given: so many a second of
 * either, whatever the server does.
 */
export async function letAnswer(port: number, tokens: readonly string[], pace: Pace): Promise<Heard> {
  const heard: Heard = { pages: [], submits: [], acknowledged: [], faults: new Map(), clientLate: 0 };
  const caller = new Caller(port);
  const opened: Opened[] = [];
  const fault = (what: string) => void heard.faults.set(what, (heard.faults.get(what) ?? 0) + 1);
  let next = 0;

  async function open(due: number): Promise<void> {
    const path = `/r/${tokens[next++ % tokens.length]}`;
    const page = await caller.call({ path }).catch((lost: Error) => ({ status: 0, text: lost.message }));
    if (page.status !== 200) return fault(`page ${page.status} ${page.status ? '' : page.text}`);
    heard.pages.push(performance.now() - due);
    opened.push({ path, hidden: hiddenFields(page.text), at: performance.now() });
  }

  async function send(due: number): Promise<void> {
    const one = opened[0];
    if (!one || one.at > due - THINKING / 2) return fault('no page to answer');
    opened.shift();
    const form = filledForm(one.hidden, heard.submits.length % 11);
    const sent = { path: one.path, form: form.toString() };
    const answer = await caller.call(sent).catch((lost: Error) => ({ status: 0, text: lost.message }));
    if (answer.status !== 303) return fault(`submit ${answer.status} ${answer.status ? '' : answer.text}`);
    heard.submits.push(performance.now() - due);
    heard.acknowledged.push(form.get('submit_id')!);
  }

  const answering = { ...pace, begin: pace.begin + THINKING, end: pace.end + THINKING };
  heard.clientLate = Math.max(...(await Promise.all([atPace(pace, open), atPace(answering, send)])));
  caller.close();
  return heard;
}

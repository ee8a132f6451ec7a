import { currentForm, fillHidden, hiddenValue, lockButtons, word } from './form.client.ts';
import { type Posted, post, type Trouble } from './post.client.ts';
import { say } from './say.client.ts';

/** Milliseconds of rest after a change before it is kept. */
const QUIET = 700;
/** Seconds between tries, unless the server names its own. */
const WAITS = [2, 4, 8, 16, 30];

/** The button whose press is under way or will be tried again. */
let pressed: HTMLButtonElement | null = null;
/** What to do with the page that it leads to. */
let onTurned: (page: Document, answer: Response) => void;
let isRunning = false;
/** Something was changed since it was last kept; `isDue` when it is to be kept now. */
let isChanged = false;
let isDue = false;
/** Newer answers lie elsewhere, so what this page holds is no longer kept by itself. */
let isStale = false;
let tries = 0;
/** Requests that may have been taken in although nothing came back: each may have made a revision of its own. */
let lost = 0;
/** Where a link leads that waits until everything is kept. */
let leaveFor: string | null = null;
let rest = QUIET;
let timer: ReturnType<typeof setTimeout>;
/** From here on the browser sends by itself. */
let isPlain = false;

export function sendsByItself(): boolean {
  return isPlain;
}

/** A page that has just come holds nothing to be kept. */
export function startAnew(): void {
  isChanged = isDue = isStale = false;
  lost = 0;
}

/** A page that comes out of the browser's memory is as it was left, mid-press perhaps. */
export function wakeUp(): void {
  isPlain = false;
  lockButtons(isRunning && pressed !== null);
}

/** After a trouble this puts the next try off as well: nothing is sent in the middle of a word. */
export function noteChange(): void {
  isChanged = true;
  flushLater(tries > 0 ? rest : QUIET);
}

export function goOnline(): void {
  rest = QUIET;
  if (tries > 0) flushLater(rest);
}

function flushLater(wait: number): void {
  clearTimeout(timer);
  timer = setTimeout(flush, wait);
}

export function flush(): void {
  isDue = isChanged && !isStale && word('saved') !== '';
  if (isDue || pressed) run();
}

/** Whether a link has to wait: the page that it leads to would show what was kept before. */
export function leaveOnceKept(address: string): boolean {
  flush();
  if (isRunning) leaveFor = address;
  return isRunning;
}

/** A second tap while the first is under way does nothing. */
export function press(button: HTMLButtonElement, then: typeof onTurned): void {
  if (isRunning && pressed) return;
  pressed = button;
  leaveFor = null;
  onTurned = then;
  run();
}

/** One request at a time: a page turned while it is kept would take its own answers for those of another tab. */
async function run(): Promise<void> {
  lockButtons(pressed !== null);
  if (isRunning) return;
  isRunning = true;
  clearTimeout(timer);
  try {
    let trouble: Trouble | null = null;
    while (!trouble && (pressed || isDue)) trouble = await (pressed ? turn(pressed) : keep());
    if (trouble) tryLater(trouble);
    else beCalm();
    if (!trouble) leave();
  } catch {
    handOver();
  }
  isRunning = false;
  lockButtons(false);
}

function leave(): void {
  const address = leaveFor;
  leaveFor = null;
  if (address) location.assign(address);
}

/** Resolves to null when it went well, or when a press waits that keeps the same answers anyway. */
async function keep(): Promise<Trouble | null> {
  isChanged = isDue = false;
  const posted = await post('go', 'keep', tries === 0);
  if (posted.kind === 'answered') noteKept(posted.response);
  else isChanged = isDue = true;
  if (posted.kind === 'trouble') lost += 1;
  return posted.kind === 'trouble' && !pressed ? posted : null;
}

function noteKept({ status, headers }: Response): void {
  const revision = Number(headers.get('x-revision'));
  const isMet = status === 409 && revision > 0;
  const isOwn = isMet && revision <= Number(hiddenValue('revision')) + lost;
  if (revision > 0 && (isOwn || status === 204)) fillHidden('revision', String(revision));
  lost = 0;
  isStale = status !== 204 && !isOwn;
  // Met by what was taken for lost: once more, on top of it.
  if (isOwn) isChanged = isDue = true;
  else if (isMet) say(word('newer'), word('reload'), () => location.assign(location.href));
  else say(isStale ? '' : word('saved'));
}

async function turn(button: HTMLButtonElement): Promise<Trouble | null> {
  const posted = await post(button.name, button.value, tries === 0);
  if (posted.kind === 'trouble') {
    lost += 1;
    return posted;
  }
  const page = new DOMParser().parseFromString(posted.text, 'text/html');
  if (!page.querySelector('.page')) return refuse(posted);
  onTurned(page, posted.response);
  pressed = null;
  return null;
}

/** A sentence that refuses is passed on; anything else is not from us: a proxy, or a hotel's page of terms. */
function refuse({ response, text }: Posted & { kind: 'answered' }): Trouble | null {
  const isSentence = !response.ok && response.headers.get('content-type')?.startsWith('text/plain');
  if (!isSentence) return { kind: 'trouble', response };
  pressed = null;
  say(text);
  return null;
}

function beCalm(): void {
  tries = 0;
  window.onbeforeunload = null;
}

/** What fails here for a reason of its own is left to the browser: the same press, as a plain form. */
function handOver(): void {
  const button = pressed;
  isPlain = true;
  pressed = null;
  beCalm();
  // Later, because a form that is being submitted cannot be submitted.
  if (button && currentForm()?.contains(button)) setTimeout(() => button.click());
  else if (button) location.reload();
}

/** Everything stays on the page. Leaving it now asks first. */
function tryLater({ response }: Trouble): void {
  const named = Number(response?.headers.get('retry-after')) || 0;
  rest = 1000 * Math.max(named, WAITS[Math.min(tries, WAITS.length - 1)] ?? 0);
  tries += 1;
  say((response && word('busy')) || word('offline'), word('retry'), run);
  window.onbeforeunload = () => true;
  flushLater(rest);
}

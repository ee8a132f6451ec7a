import { chooseByDigit, offerDigits } from './digits.client.ts';
import { currentForm, findForm, noteHand } from './form.client.ts';
import { untickBeside } from './lone.client.ts';
import { placeStatus } from './say.client.ts';
import { cleanAddress, goThroughHistory, show } from './show.client.ts';
import {
  flush,
  goOnline,
  leaveOnceKept,
  noteChange,
  press,
  sendsByItself,
  startAnew,
  wakeUp,
} from './turn.client.ts';

/**
 * What a respondent's page gains where script runs: answers are kept as one goes, pages turn without a reload, number
 * keys choose on a scale, and a lost connection loses nothing. All of it may fail without harm: what is not taken here,
 * the browser sends as a plain form.
 */
let hasMoved = false;

begin();
cleanAddress();
// A click alone is how some screen readers press.
for (const kind of ['pointerdown', 'keydown', 'touchstart', 'click']) addEventListener(kind, noteMove, true);
addEventListener('submit', takeSubmit);
addEventListener('click', takeLink);
addEventListener('input', takeInput);
addEventListener('keydown', chooseByDigit);
addEventListener('popstate', (event) => goThroughHistory(event, begin));
addEventListener('pagehide', flush);
document.addEventListener('visibilitychange', () => document.hidden && flush());
addEventListener('online', goOnline);
addEventListener('pageshow', ({ persisted }) => persisted && wakeUp());

/** Fits out the page that has just come. */
function begin(): void {
  startAnew();
  if (hasMoved) noteHand();
  const form = findForm();
  if (!form) return;
  placeStatus(form);
  offerDigits(form);
}

/** What a script makes of events is not trusted: only a hand counts. */
function noteMove({ isTrusted }: Event): void {
  if (hasMoved || !isTrusted) return;
  hasMoved = true;
  noteHand();
}

function takeSubmit(event: SubmitEvent): void {
  const form = currentForm();
  const button = event.submitter ?? form?.querySelector('button[name]');
  if (sendsByItself() || !form || event.target !== form || !(button instanceof HTMLButtonElement)) return;
  event.preventDefault();
  press(button, (next, response) => show(next, response, true, begin));
}

function takeInput({ target }: Event): void {
  if (!(target instanceof Element) || !target.hasAttribute('name')) return;
  untickBeside(target);
  if (currentForm()?.contains(target)) noteChange();
}

function takeLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (leaveOnceKept(link.href)) event.preventDefault();
}

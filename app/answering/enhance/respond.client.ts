import { chooseByDigit, offerDigits } from './digits.client.ts';
import { currentForm, fillHidden, findForm } from './form.client.ts';
import { placeStatus } from './say.client.ts';
import { cleanAddress, goThroughHistory, show } from './show.client.ts';
import { flush, goOnline, noteChange, press, sendsByItself, startAnew, wakeUp } from './turn.client.ts';

/**
 * What a respondent's page gains where script runs: answers are kept as one goes, pages turn without a reload, number
 * keys choose on a scale, and a lost connection loses nothing. All of it may fail without harm: what is not taken here,
 * the browser sends as a plain form.
 */
let hasMoved = false;

begin();
cleanAddress();
for (const kind of ['pointerdown', 'keydown', 'touchstart']) addEventListener(kind, noteMove, true);
addEventListener('submit', takeSubmit);
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
  const form = findForm();
  if (!form) return;
  placeStatus(form);
  offerDigits(form);
  if (hasMoved) fillHidden('moved', '1');
}

/** What a script makes of events is not trusted: only a hand counts. */
function noteMove({ isTrusted }: Event): void {
  if (hasMoved || !isTrusted) return;
  hasMoved = true;
  fillHidden('moved', '1');
}

function takeSubmit(event: SubmitEvent): void {
  const form = currentForm();
  const button = event.submitter ?? form?.querySelector('button[name]');
  if (sendsByItself() || !form || event.target !== form || !(button instanceof HTMLButtonElement)) return;
  event.preventDefault();
  press(button, (next, response) => show(next, response, true, begin));
}

function takeInput({ target }: Event): void {
  const form = currentForm();
  if (form && target instanceof Element && target.hasAttribute('name') && form.contains(target)) noteChange();
}

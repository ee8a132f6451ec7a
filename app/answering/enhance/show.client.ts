import { buttonFor, currentForm, hiddenValue } from './form.client.ts';
import { press } from './turn.client.ts';

const FIELD = 'input:not([type=hidden]),textarea,select';
const HEAD = 'main legend,main .wording,main h1,main h2';

/** How many pages were turned before this one, as the browser's history knows it. */
let place = Number(history.state?.n) || 0;

/** The address says no more than the language: the number tapped in the mail is not kept in it. */
export function cleanAddress(): void {
  const language = new URLSearchParams(location.search).get('lang');
  const query = language === null ? '' : `?lang=${encodeURIComponent(language)}`;
  history.replaceState({ n: place }, '', location.pathname + query + location.hash);
}

/** Puts the page that was answered in place of this one. `begin` fits it out. */
export function show(next: Document, response: Response, isForward: boolean, begin: () => void): void {
  const before = hiddenValue('page');
  document.querySelector('.page')?.replaceWith(next.querySelector('.page') ?? '');
  document.title = next.title;
  const { lang, dir } = next.documentElement;
  Object.assign(document.documentElement, { lang, dir });
  begin();
  const url = response.redirected ? response.url : location.href;
  if (isForward && currentForm() && hiddenValue('page') !== before) {
    place += 1;
    history.pushState({ n: place }, '', url);
  } else history.replaceState({ n: place }, '', url);
  scrollTo(0, 0);
  lead();
}

/** To the first answer that needs another look, or else to the first question. */
function lead(): void {
  const fault = document.querySelector<HTMLElement>('[aria-invalid=true]');
  const head = document.querySelector<HTMLElement>(HEAD);
  if (fault) {
    (fault.closest('.q') ?? fault).scrollIntoView();
    (fault.querySelector<HTMLElement>(FIELD) ?? fault).focus({ preventScroll: true });
  } else if (head) {
    head.tabIndex = -1;
    head.style.outline = 'none';
    head.focus({ preventScroll: true });
  }
}

/** The browser's back button presses the form's, so that nothing written on this page is lost. */
export function goThroughHistory({ state }: PopStateEvent, begin: () => void): void {
  // Without a state it was a link within the page.
  if (!state) return;
  const button = buttonFor(state.n < place ? 'back' : 'on');
  place = state.n;
  if (button) press(button, (next, response) => show(next, response, false, begin));
  else if (!currentForm()) location.reload();
}

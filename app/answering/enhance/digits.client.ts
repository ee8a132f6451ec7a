import { currentForm, word } from './form.client.ts';

/** Milliseconds within which "1" and "0" are ten. */
const TEN = 600;
const TAKES_KEYS = 'input,textarea,select,[contenteditable]';

const hasPointer = matchMedia('(pointer:fine)').matches;
/** Whether a number key chooses although no scale has the focus. */
let isEverywhere = hasPointer;
let one: { scale: Element; at: number } | null = null;

/** A single key that acts everywhere needs a way to turn it off (WCAG 2.1.4): the hint is that switch. */
export function offerDigits(form: HTMLFormElement): void {
  const scale = form.querySelector('.scale');
  if (!scale || !hasPointer || word('hint') === '') return;
  const label = document.createElement('label');
  const box = document.createElement('input');
  label.className = 'keys';
  box.type = 'checkbox';
  box.checked = isEverywhere;
  box.onchange = () => {
    isEverywhere = box.checked;
  };
  label.append(box, word('hint'));
  (scale.nextElementSibling ?? scale).after(label);
}

/** A number key chooses on the scale that has the focus, or on the first one without an answer. */
export function chooseByDigit(event: KeyboardEvent): void {
  const digit = digitOf(event);
  const scale = digit === null || word('hint') === '' ? null : scaleFor(event.target);
  if (digit === null || !scale) return;
  const isTen = digit === 0 && one?.scale === scale && event.timeStamp - one.at < TEN;
  one = digit === 1 ? { scale, at: event.timeStamp } : null;
  const radio = scale.querySelector<HTMLInputElement>(`[value="${isTen ? 10 : digit}"]`);
  if (!radio) return;
  event.preventDefault();
  radio.focus();
  radio.click();
}

/** European, Arabic and Persian digits: the last four bits of each are its value. */
function digitOf({ key, ctrlKey, altKey, metaKey, repeat }: KeyboardEvent): number | null {
  if (ctrlKey || altKey || metaKey || repeat || !/^[0-9٠-٩۰-۹]$/.test(key)) return null;
  return key.charCodeAt(0) & 15;
}

function scaleFor(target: EventTarget | null): Element | null | undefined {
  if (!(target instanceof Element)) return null;
  const focused = target.closest('.scale');
  if (focused || !isEverywhere || target.closest(TAKES_KEYS)) return focused;
  return [...(currentForm()?.querySelectorAll('.scale') ?? [])].find(
    (scale) => !scale.querySelector(':checked'),
  );
}

/** A form that brings words for this script; any other form is the browser's alone. */
const FORM = 'form[data-offline]';

/** The form of the page that is shown; it is another one after each turn. */
let form: HTMLFormElement | null = null;
let isLocked = false;

export function findForm(): HTMLFormElement | null {
  form = document.querySelector<HTMLFormElement>(FORM);
  return form;
}

export function currentForm(): HTMLFormElement | null {
  return form;
}

/** Words are the page's, in its language. A word that is not there turns off what would say it. */
export function word(name: string): string {
  return form?.getAttribute(`data-${name}`) ?? '';
}

/** A question may bear any key, so fields are sought and never read as properties of the form. */
function hiddenField(name: string): HTMLInputElement | null | undefined {
  return form?.querySelector<HTMLInputElement>(`[type=hidden][name=${name}]`);
}

export function hiddenValue(name: string): string | undefined {
  return hiddenField(name)?.value;
}

export function fillHidden(name: string, value: string): void {
  const field = hiddenField(name);
  if (field) field.value = value;
}

/** Every form that asks, also one that is the browser's alone, is told that a hand was here. */
export function noteHand(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('[type=hidden][name=moved]'))
    field.value = '1';
}

export function buttonFor(go: 'on' | 'back'): HTMLButtonElement | null | undefined {
  return form?.querySelector<HTMLButtonElement>(`button[name=go][value=${go}]`);
}

/** While a press is under way. Not `disabled`, which would take the focus from the button. */
export function lockButtons(isOn: boolean): void {
  if (isOn === isLocked) return;
  isLocked = isOn;
  for (const button of form?.querySelectorAll('button[name]') ?? []) {
    if (isOn) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }
}

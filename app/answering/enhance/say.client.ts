/** One line under the form's buttons, where nothing that a thumb aims at moves when it is filled. */
const status = document.createElement('p');
const again = document.createElement('button');

/** A form of its own starts with an empty line: a reader hears what is said into a line that was there before. */
export function placeStatus(form: HTMLFormElement): void {
  status.className = 'state';
  status.setAttribute('role', 'status');
  status.textContent = '';
  again.type = 'button';
  again.className = 'back';
  again.remove();
  form.append(status);
}

/** Says a sentence, with a button beneath it where there is something to press. */
export function say(text: string, label = '', press: (() => void) | null = null): void {
  // The same words again would be read aloud again.
  if (status.textContent !== text) status.textContent = text;
  status.classList.toggle('fault', label !== '');
  again.textContent = label;
  again.onclick = press;
  // Put in place once: moving it would take the focus from it.
  if (label === '') again.remove();
  else if (!again.isConnected) status.after(again);
}

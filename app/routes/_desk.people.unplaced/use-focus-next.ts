import { useEffect, useRef } from 'react';

/** The form that was sent, and where it stood: in which title, and in which line of its people if it was one person's. */
interface Sent {
  form: HTMLFormElement;
  title: number;
  person: number | null;
}

/**
 * Whoever has a role now is gone from the page, and with them the button that was pressed. The focus goes to whoever
 * stands there instead, so that the keyboard does not begin anew at the top of the page.
 */
export function useFocusNext(): void {
  const sent = useRef<Sent | null>(null);
  useEffect(() => {
    const note = ({ target }: SubmitEvent) => {
      sent.current = target instanceof HTMLFormElement ? placeOf(target) : null;
    };
    document.addEventListener('submit', note, true);
    return () => document.removeEventListener('submit', note, true);
  }, []);
  useEffect(() => {
    if (!sent.current || sent.current.form.isConnected) return;
    if (document.activeElement === document.body) next(sent.current)?.focus();
    sent.current = null;
  });
}

function placeOf(form: HTMLFormElement): Sent | null {
  const title = form.closest('[data-title]');
  if (!title) return null;
  const person = form.closest('[data-person]');
  return { form, title: placeAmong(title), person: person && placeAmong(person) };
}

function placeAmong(line: Element): number {
  return [...(line.parentElement?.children ?? [])].indexOf(line);
}

/** The next person of the title that is open, else the next title; the last one has the one before it. */
function next({ title, person }: Sent): HTMLElement | null | undefined {
  const line = (person === null ? null : nearest('[data-person]', person)) ?? nearest('[data-title]', title);
  return line ? wayInto(line) : heading();
}

function nearest(lines: string, at: number): Element | undefined {
  const found = document.querySelectorAll(lines);
  return found[Math.min(at, found.length - 1)];
}

function wayInto(line: Element): HTMLElement | null {
  return line.querySelector<HTMLElement>('select, button') ?? line.querySelector('a');
}

/** A heading takes the focus only when it is given to it. */
function heading(): HTMLElement | null {
  const found = document.querySelector<HTMLElement>('main h1');
  if (found) found.tabIndex = -1;
  return found;
}

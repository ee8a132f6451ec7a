import { Form } from '@remix-run/react';
import { useEffect, useId, useRef } from 'react';

/**
 * Finds a page, account or person by name. A plain form; Ctrl-K and Cmd-K bring the cursor here. `/` brings
 * it to the search of the list on the page, and here where there is none.
 */
export function GoTo({ to }: { to: string }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const bringCursor = (event: KeyboardEvent) => {
      const asked = asksForSearch(event) ? (searchOfList() ?? field.current) : null;
      const wanted = asksForGoTo(event) ? field.current : asked;
      if (!wanted) return;
      event.preventDefault();
      wanted.focus();
    };
    document.addEventListener('keydown', bringCursor);
    return () => document.removeEventListener('keydown', bringCursor);
  }, []);
  return (
    <Form className="goto" method="get" action={to} role="search">
      <label className="vh" htmlFor={id}>
        Go to
      </label>
      <input
        ref={field}
        id={id}
        name="q"
        type="search"
        placeholder="Go to"
        autoComplete="off"
        aria-keyshortcuts="Control+K Meta+K"
      />
      <span className="key" aria-hidden="true">
        Ctrl K
      </span>
    </Form>
  );
}

function asksForGoTo({ key, metaKey, ctrlKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'k' && (metaKey || ctrlKey);
}

function asksForSearch({ key, metaKey, ctrlKey, altKey, target }: KeyboardEvent): boolean {
  return key === '/' && !metaKey && !ctrlKey && !altKey && !isTyping(target);
}

function searchOfList(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>('main input[type="search"]');
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

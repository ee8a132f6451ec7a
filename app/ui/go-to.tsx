import { Form } from '@remix-run/react';
import { useEffect, useId, useRef } from 'react';

/** Finds a page, account or person by name. A plain form; `/`, Ctrl-K and Cmd-K bring the cursor here. */
export function GoTo({ to }: { to: string }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const bringCursor = (event: KeyboardEvent) => {
      if (!asksForGoTo(event)) return;
      event.preventDefault();
      field.current?.focus();
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
        aria-keyshortcuts="/ Control+K Meta+K"
      />
      <span className="key" aria-hidden="true">
        /
      </span>
    </Form>
  );
}

function asksForGoTo(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() === 'k') return event.metaKey || event.ctrlKey;
  return event.key === '/' && !event.metaKey && !event.ctrlKey && !event.altKey && !isTyping(event.target);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

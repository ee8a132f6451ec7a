import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** True once script runs on the page. */
export function useIsAlive(): boolean {
  const [isAlive, setIsAlive] = useState(false);
  useEffect(() => setIsAlive(true), []);
  return isAlive;
}

const onCommit = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/** After an act the focus goes to what it was about; where a field was drawn anew, back to it. */
export function useFocus(focus: { id: string } | null): void {
  const last = useRef('');
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.id) last.current = target.id;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  onCommit(() => {
    if (focus) focusOn(focus.id);
  }, [focus]);
  onCommit(() => {
    if (document.activeElement === document.body && last.current) {
      document.getElementById(last.current)?.focus({ preventScroll: true });
      last.current = '';
    }
  });
  useEffect(() => {
    if (location.hash) focusOn(location.hash.slice(1));
  }, []);
}

function focusOn(id: string): void {
  const [act, key] = id.split('-');
  const other = act === 'up' ? `down-${key}` : act === 'down' ? `up-${key}` : '';
  (document.getElementById(id) ?? document.getElementById(other))?.focus();
}

/** The address follows what is shown, so that a reload or a colleague sees the same; nothing is fetched for it. */
export function useShownAddress(slug: string, shown: string | null, isAlive: boolean): void {
  const first = useRef(true);
  useEffect(() => {
    if (!isAlive || first.current) {
      if (isAlive) first.current = false;
      return;
    }
    const query = shown ? `?q=${shown}` : '';
    window.history.replaceState(window.history.state, '', `/surveys/${slug}${query}`);
  }, [slug, shown, isAlive]);
}

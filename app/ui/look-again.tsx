import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

/**
 * Loads the page's data again while something is being worked on, `everyMs` after the last answer came: a slow
 * answer is waited for, because asking again would cut it off. Without script a page offers a link, or reloads.
 */
export function useLookAgain(everyMs: number, isWaiting: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isWaiting || state !== 'idle') return;
    const timer = setTimeout(revalidate, everyMs);
    return () => clearTimeout(timer);
  }, [revalidate, state, everyMs, isWaiting]);
}

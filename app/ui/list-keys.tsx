import { useEffect } from 'react';

/**
 * Lets a list be gone through by keys: j and the arrow down go to the next line, k and the arrow up to the one before, x ticks
 * a line, Enter opens it as every link. A line is an element with `data-line`, its way in a link or else its tick, a check box.
 * With `act`, t brings the cursor to what is done with those ticked. Draws nothing; without script the list is as it is.
 */
export function ListKeys({ list, act }: { list: string; act?: string }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const lines = [...document.querySelectorAll<HTMLElement>(`#${list} [data-line]`)];
      const at = lines.findIndex((line) => line.contains(document.activeElement));
      const step = stepOf(event.key, at >= 0);
      if (event.key === 'x' && at >= 0) lines[at]!.querySelector<HTMLInputElement>('input')?.click();
      else if (step !== 0) wayInto(lines[Math.min(lines.length - 1, Math.max(0, at + step))])?.focus();
      else if (event.key === 't' && act) document.getElementById(act)?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [list, act]);
  return null;
}

function wayInto(line: HTMLElement | undefined): HTMLElement | null {
  return line?.querySelector<HTMLElement>('a') ?? line?.querySelector<HTMLElement>('input') ?? null;
}

/** Arrows move in the list only from within it: elsewhere they scroll the page. */
function stepOf(key: string, isInside: boolean): number {
  if (key === 'j' || (key === 'ArrowDown' && isInside)) return 1;
  return key === 'k' || (key === 'ArrowUp' && isInside) ? -1 : 0;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const field = target.closest('input, textarea, select, [contenteditable]');
  return field !== null && !(field instanceof HTMLInputElement && field.type === 'checkbox');
}

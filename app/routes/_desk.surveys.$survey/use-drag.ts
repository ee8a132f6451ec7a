import { type PointerEvent, type RefObject, useCallback } from 'react';

/** How near an edge of the window a drag scrolls it, and how far at once, in px. */
const EDGE = 48;
const SCROLL = 12;

/**
 * Dragging a row of a list by its grip. While it is dragged only classes change, so nothing is drawn anew; dropping
 * tells the place, from 0. Escape lets go without moving.
 */
export function useDrag(list: RefObject<HTMLOListElement>, onDrop: (key: string, to: number) => void) {
  return useCallback(
    (event: PointerEvent<HTMLButtonElement>, key: string) => {
      const row = event.currentTarget.closest('li');
      if (event.button !== 0 || !row || !list.current) return;
      event.preventDefault();
      event.currentTarget.focus();
      follow(event.currentTarget, event.pointerId, list.current, row, (to) => onDrop(key, to));
    },
    [list, onDrop],
  );
}

function follow(
  grip: HTMLElement,
  pointerId: number,
  list: HTMLElement,
  row: HTMLElement,
  onDrop: (to: number) => void,
): void {
  const rows = [...list.querySelectorAll<HTMLElement>(':scope > li[data-row]')];
  const from = rows.indexOf(row);
  const leave = new AbortController();
  const { signal } = leave;
  let to = from;
  const mark = (place: number) => {
    for (const one of rows) one.classList.remove('drop-before', 'drop-after');
    to = place;
    if (to !== from) rows[to]?.classList.add(to < from ? 'drop-before' : 'drop-after');
  };
  const end = (drops: boolean) => {
    leave.abort();
    row.classList.remove('dragged');
    const place = to;
    mark(from);
    if (drops && place !== from) onDrop(place);
  };
  row.classList.add('dragged');
  grip.setPointerCapture(pointerId);
  grip.addEventListener(
    'pointermove',
    ({ clientY }) => {
      if (clientY < EDGE) window.scrollBy(0, -SCROLL);
      if (clientY > window.innerHeight - EDGE) window.scrollBy(0, SCROLL);
      mark(placeAt(rows, clientY));
    },
    { signal },
  );
  grip.addEventListener('pointerup', () => end(true), { signal });
  grip.addEventListener('pointercancel', () => end(false), { signal });
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), { signal });
}

/** The row under this height; the first or the last beyond the ends. */
function placeAt(rows: readonly HTMLElement[], y: number): number {
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.getBoundingClientRect().bottom < y) low = middle + 1;
    else high = middle;
  }
  return low;
}

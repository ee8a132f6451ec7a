import type { PersonaView } from './page.tsx';

type Said = Pick<PersonaView, 'filter' | 'readsEach' | 'breakdown'>;

/** The same page by another address: what it says stays, but for what is said anew; null takes a word out. */
export function addressOf(
  { filter, readsEach, breakdown }: Said,
  more: Record<string, string | null>,
): URLSearchParams {
  const said = { ...filter, by: breakdown.way?.value, read: readsEach ? 'each' : null, ...more };
  return new URLSearchParams(Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

import { DESK, PERMISSIONS, type Permission } from './permission.ts';

export interface Place {
  to: string;
  label: string;
  /** Addresses outside its own that belong to it. */
  also?: readonly string[] | undefined;
}

const PLACES: readonly (Place & { opensTo: readonly Permission[] })[] = [
  { to: '/overview', label: 'Overview', opensTo: PERMISSIONS },
  { to: '/people', label: 'People', also: ['/accounts'], opensTo: DESK },
  { to: '/programmes', label: 'Programmes', opensTo: DESK },
  { to: '/surveys', label: 'Surveys', opensTo: DESK },
  { to: '/sends', label: 'Sends', opensTo: DESK },
  { to: '/answers', label: 'Answers', opensTo: DESK },
  { to: '/results', label: 'Results', also: ['/exports'], opensTo: PERMISSIONS },
  { to: '/committees', label: 'Committees', opensTo: PERMISSIONS },
  { to: '/map', label: 'Map', opensTo: PERMISSIONS },
  { to: '/follow-ups', label: 'Follow-ups', opensTo: DESK },
  { to: '/mailbox', label: 'Mailbox', opensTo: ['admin'] },
  { to: '/settings', label: 'Settings', opensTo: ['admin'] },
  // Personas and attributes are the part of the settings that the daily work needs.
  {
    to: '/settings/personas',
    label: 'Settings',
    also: ['/settings/attributes', '/settings/mine'],
    opensTo: ['cx'],
  },
];

/** What the frame offers a member, in the order of the work: never a door that would refuse them. */
export function placesFor(permission: Permission): Place[] {
  return PLACES.filter(({ opensTo }) => opensTo.includes(permission)).map(
    ({ opensTo: _, ...place }) => place,
  );
}

/**
 * The place whose name begins with what was typed; else what is found by it: people, for those who may see them, or the
 * accounts whose committees anybody may open.
 */
export function findPlace(permission: Permission, typed: string): string {
  const wanted = typed.trim().toLowerCase();
  const places = placesFor(permission);
  const named = places.find(({ label }) => wanted !== '' && label.toLowerCase().startsWith(wanted));
  if (named) return named.to;
  if (places.some(({ to }) => to === '/people')) return `/people?q=${encodeURIComponent(typed.trim())}`;
  return wanted === '' ? '/overview' : `/committees?q=${encodeURIComponent(typed.trim())}`;
}

import { DESK, PERMISSIONS, type Permission } from '#app/membership/permission.ts';

interface Place {
  to: string;
  label: string;
  opensTo: readonly Permission[];
}

/** The places of the workspace in the order of the work, and whom each opens to. */
const PLACES: readonly Place[] = [
  { to: '/overview', label: 'Overview', opensTo: PERMISSIONS },
  { to: '/people', label: 'People', opensTo: DESK },
  { to: '/programmes', label: 'Programmes', opensTo: DESK },
  { to: '/surveys', label: 'Surveys', opensTo: DESK },
  { to: '/sends', label: 'Sends', opensTo: DESK },
  { to: '/answers', label: 'Answers', opensTo: DESK },
  { to: '/results', label: 'Results', opensTo: PERMISSIONS },
  { to: '/mailbox', label: 'Mailbox', opensTo: ['admin'] },
  { to: '/settings', label: 'Settings', opensTo: ['admin'] },
  // Personas are the part of the settings that the daily work needs.
  { to: '/settings/personas', label: 'Settings', opensTo: ['cx'] },
];

/** What the frame offers a member: never a door that would refuse them. */
export function placesFor(permission: Permission): { to: string; label: string }[] {
  return PLACES.filter(({ opensTo }) => opensTo.includes(permission)).map(({ to, label }) => ({ to, label }));
}

/** What a member may do. An executive sees results and no person's name unless answers were promised as attributed. */
export const PERMISSIONS = ['admin', 'cx', 'executive'] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Those who prepare and send; executives read. */
export const DESK: readonly Permission[] = ['admin', 'cx'];

/** The permission in words, as the frame and the list of members show it. */
export const PERMISSION_WORDS = {
  admin: 'admin',
  cx: 'CX',
  executive: 'executive',
} as const satisfies Record<Permission, string>;

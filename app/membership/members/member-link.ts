import { DAY, HOUR } from '#app/platform/clock.ts';

/** `welcome` accepts an invitation, `reset` sets a new password. */
export type MemberLinkKind = 'welcome' | 'reset';

/** How long a link that was sent by mail works. */
export const LINK_LIFE = { welcome: 7 * DAY, reset: HOUR } as const satisfies Record<MemberLinkKind, number>;

/** The door each kind of link opens. */
const DOOR = { welcome: 'join', reset: 'reset' } as const satisfies Record<MemberLinkKind, string>;

export function memberLinkUrl(publicUrl: string, kind: MemberLinkKind, token: string): string {
  return `${publicUrl}/${DOOR[kind]}/${token}`;
}

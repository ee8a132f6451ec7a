import { everySecret, keyedHash, type Secrets } from '#app/platform/secrets.server.ts';

/** What a page was shown for: the survey, or the one more press that a machine would not give by hand. */
export type ShownFor = 'page' | 'again';

const LETTERS = { page: 'p', again: 'a' } as const satisfies Record<ShownFor, string>;

/**
 * Goes out with a page and comes back with its press: when it was shown, to which invitation and with which submit
 * id. Only the holder of the secret can make it, so a press without it was made by something that opened no page.
 */
export function shownAt(
  secret: string,
  invitationId: string,
  submitId: string,
  now: number,
  shownFor: ShownFor = 'page',
): string {
  const head = `${LETTERS[shownFor]}${now.toString(36)}`;
  return `${head}.${sign(secret, head, invitationId, submitId)}`;
}

export interface Shown {
  at: number;
  shownFor: ShownFor;
}

/**
 * When a page was shown, or null for what was not made here, or for another invitation or submit. A page that was open
 * while the secret changed is as good as any.
 */
export function readShown(
  secrets: Secrets,
  invitationId: string,
  submitId: string,
  text: string,
): Shown | null {
  const [, head, letter, time] = /^(([pa])([0-9a-z]{1,11}))\./.exec(text) ?? [];
  if (!head || !time) return null;
  // The page holds it in the clear, so how long the comparison takes tells nothing new.
  const isOurs = everySecret(secrets).some(
    (secret) => text === `${head}.${sign(secret, head, invitationId, submitId)}`,
  );
  if (!isOurs) return null;
  return { at: Number.parseInt(time, 36), shownFor: letter === LETTERS.again ? 'again' : 'page' };
}

/** 96 bits: a guess is worth one press at most. */
function sign(secret: string, head: string, invitationId: string, submitId: string): string {
  return keyedHash(secret, 'shown', `${head}|${invitationId}|${submitId}`).toString('base64url', 0, 12);
}

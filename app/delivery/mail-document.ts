import { DARK } from './mail-look.ts';

/**
 * A mail as a document within a page. Mail carries its look in style attributes, which a page's policy refuses; they are set
 * aside here and put in by {@link applyStyles}, which the policy allows. `scheme` stands in the place of the reader's own.
 * Links that are live open in a tab of their own, without telling where they were found.
 */
export function mailDocument(
  html: string,
  { nonce, scheme, isLive = false }: { nonce: string; scheme?: 'light' | 'dark'; isLive?: boolean },
): string {
  const safe = html
    .replaceAll(' style="', ' data-style="')
    .replace('<style>', `<style nonce="${nonce}">`)
    .replace('<head>', isLive ? `<head>${APART}` : '<head>');
  return scheme === undefined
    ? safe
    : safe.replace(DARK, scheme === 'dark' ? '@media all' : '@media not all');
}

const APART = '<base target="_blank"><meta name="referrer" content="no-referrer">';

export function applyStyles(page: Document): void {
  for (const one of page.querySelectorAll<HTMLElement>('[data-style]'))
    one.style.cssText = one.dataset.style ?? '';
}

/** Ways in which a mail is looked at. */
export const MAIL_LOOKS = ['light', 'dark', 'phone', 'text'] as const;
export type MailLook = (typeof MAIL_LOOKS)[number];

export const MAIL_LOOK_WORDS = {
  light: 'Light',
  dark: 'Dark',
  phone: 'On a phone',
  text: 'Plain text',
} as const satisfies Record<MailLook, string>;

import { MAIL_STANDINGS, type MailStanding } from '#app/delivery/message-state.ts';

export const MAIL_PAGE = 50;

/** Which messages are listed: `mail` names their standing, `from` how many lines to leave out. */
export function readMailQuery(search: URLSearchParams): { standing: MailStanding; offset: number } {
  const standing = MAIL_STANDINGS.find((known) => known === search.get('mail')) ?? 'stopped';
  const from = search.get('from') ?? '';
  return { standing, offset: /^\d{1,7}$/.test(from) ? Number(from) : 0 };
}

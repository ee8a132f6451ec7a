import { isDatabaseAway } from '#app/platform/database-away.ts';
import type { PlainReply, PlainRequest } from '#app/platform/http/plain-exchange.ts';
import { wordsIn } from '#app/survey/words/words.ts';
import { troublePage } from './notice-pages.ts';
import { respondentPage } from './respondent-headers.server.ts';
import type { Visit } from './visit.server.ts';

/** Seconds after which it is worth trying again. */
const RETRY_AFTER = '5';

/** The language of the page that is shown where no survey decides it. */
export function browserLanguage({ acceptLanguage }: Pick<PlainRequest, 'acceptLanguage'>): string {
  const [first = 'en'] = acceptLanguage.split(/[,;]/, 1);
  return wordsIn(first.trim() || 'en').language;
}

/**
 * While the database is away a respondent is never told that anything was kept: the page comes back with all that was
 * sent in it, to be sent again. Every other fault stays one.
 */
export async function whileDatabaseIsAway(
  request: PlainRequest,
  { house }: Visit,
  answer: () => Promise<PlainReply>,
): Promise<PlainReply> {
  try {
    return await answer();
  } catch (fault) {
    if (!isDatabaseAway(fault)) throw fault;
    house.log.warn({ err: fault }, 'the database is away; a respondent is asked to wait');
    const sent = request.method === 'POST' ? [...new URLSearchParams(request.form)] : [];
    const language = sent.find(([name]) => name === 'lang')?.[1] || browserLanguage(request);
    return respondentPage(troublePage(language, sent), 503, { 'retry-after': RETRY_AFTER });
  }
}

import { type Html, html } from '#app/platform/html.ts';
import { directionOf } from '#app/survey/translation/language.ts';
import { wordsIn } from '#app/survey/words/words.ts';
import { RESPOND_SCRIPT } from './enhance/respond-script.ts';
import { respondentStyle } from './respondent-style.ts';

/**
 * What every page for respondents stands in: its whole look inline, and a script that may fail. A page of a link lets
 * its style by its hash (`respondent-headers.server.ts`); a preview, which has other styles too, gives a nonce.
 */
export function document(title: string, body: Html, language = 'en', nonce?: string): string {
  const style = nonce ? html`<style nonce="${nonce}">` : html`<style>`;
  const script = nonce ? null : html`<script src="${RESPOND_SCRIPT}" defer></script>`;
  return html`<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow, noarchive"><meta property="og:title" content="${wordsIn(language).say('page.card')}"><link rel="icon" href="data:,"><title>${title}</title>${style}${respondentStyle}</style>${script}</head><body><div class="page">${body}</div></body></html>`
    .text;
}

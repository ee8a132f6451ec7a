import { type Html, html, trusted } from '#app/platform/html.ts';
import { type BrandInks, brandInks, PAPERS } from '#app/programme/brand/contrast.ts';
import { isSameLanguage } from '#app/survey/translation/chosen-language.ts';
import { directionOf } from '#app/survey/translation/language.ts';
import type { Words } from '#app/survey/words/speech.ts';
import type { FilledLetter, LetterBrand, LetterWords } from './invitation-mail.ts';

const FACE = 'Arial,Helvetica,sans-serif';
const INK = '#15181c';
/** What dark mode hangs on; a preview puts its own choice in this place. */
export const DARK = '@media (prefers-color-scheme:dark)';

/** What stands around the words of every letter. */
export interface MailFrame {
  /** BCP 47, of what is asked or told. */
  language: string;
  subject: string;
  test: string | null;
  brand: LetterBrand | undefined;
  /** Who writes, as the programme calls them. */
  by: string;
  senderName: string;
  footer: string;
  /** The way out of all further mail. */
  stop: string;
  unsubscribeUrl: string;
  /** Marks the product's own words where they are in another language than the rest. */
  foreign?: Html | null;
}

export function htmlOf(letter: FilledLetter, said: LetterWords, words: Words): string {
  const inks = inksOf(letter.brand);
  const foreign = foreignIn(letter.language, words);
  const isTheirs = letter.questionSet.intro !== '';
  const body = html`${paragraph(said.greeting, foreign)}
${paragraph(said.opening, isTheirs ? null : foreign)}
${wayIn(letter, words, inks, foreign)}`;
  return frameMail({ ...letter, ...said, brand: letter.brand, foreign }, body, unseenLink(letter));
}

/** The mark of the product's own words where it has none in this language; null where it has. */
export function foreignIn(language: string, words: Words): Html | null {
  if (isSameLanguage(words.language, language)) return null;
  return html` lang="${words.language}" dir="${words.direction}"`;
}

/**
 * A letter with its brand, its sender and its way out. Tables and inline styles carry it; the style block adds dark mode
 * and may be dropped by any mail client.
 */
export function frameMail(frame: MailFrame, body: Html, tail: Html | null = null): string {
  const inks = inksOf(frame.brand);
  const { language, foreign = null } = frame;
  const direction = directionOf(language);
  return html`<!doctype html>
<html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${frame.subject}</title>
<style>${styleOf(inks)}</style></head>
<body class="bg" style="margin:0;padding:0;background:${PAPERS.light};">
<table role="presentation" class="bg" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${PAPERS.light};"><tr><td align="center">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;"><tr><td dir="${direction}" align="${startOf(language)}" style="padding:32px 16px;">
${frame.test === null ? null : testBox(frame.test)}
${brandHead(frame, inks)}
${body}
${paragraph(frame.senderName)}
<p class="q" style="margin:24px 0 0;padding-top:16px;border-top:1px solid #dde0e5;font:13px/20px ${FACE};color:#474e58;"${foreign}>${frame.footer} <a class="q" href="${frame.unsubscribeUrl}" style="color:#474e58;">${frame.stop}</a></p>
</td></tr></table></td></tr></table>${tail}</body></html>`.text;
}

/** Where lines begin: mail programs know `left` and `right` alone. */
function startOf(language: string): 'left' | 'right' {
  return directionOf(language) === 'rtl' ? 'right' : 'left';
}

function inksOf(brand: LetterBrand | undefined): BrandInks | null {
  return brand?.colour ? brandInks(brand.colour) : null;
}

/** Made of colours alone, which hold nothing but digits. */
function styleOf(inks: BrandInks | null): Html {
  const brand = inks
    ? `.b{color:${inks.dark}!important;border-color:${inks.dark}!important}.f{border-color:${inks.dark}!important}`
    : '';
  return trusted(
    `:root{color-scheme:light dark}${DARK}{.bg{background:${PAPERS.dark}!important}.t{color:#eceef1!important}.q{color:#b8bec8!important;border-color:#2d3239!important}.n{color:#eceef1!important;border-color:#7d8694!important}${brand}}@media (max-width:480px){.c{padding:0!important}.n{border-radius:0!important;font-size:15px!important}}`,
  );
}

function linkWith(url: string, query: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

/** Nobody sees it or comes upon it by key or screen reader: whatever opens it opens every link of a mail. */
function unseenLink({ answerUrl }: FilledLetter): Html {
  return html`<a href="${linkWith(answerUrl, 'k=1')}" aria-hidden="true" tabindex="-1" style="display:block;width:0;height:0;overflow:hidden;font-size:0;line-height:0;"></a>`;
}

function testBox(test: string): Html {
  return html`<p class="t" style="margin:0 0 24px;padding:12px;border:2px dashed #79818d;font:bold 14px/20px ${FACE};color:${INK};">${test}</p>`;
}

/** A logo stands on white in both schemes, as it was encoded: a mail program that turns colours around leaves pictures alone. */
function brandHead({ brand, by }: MailFrame, inks: BrandInks | null): Html | null {
  if (!brand || (!brand.logo && !inks && brand.displayName === null)) return null;
  const line = inks ? trusted(`border-bottom:3px solid ${inks.light};`) : null;
  const colour = inks?.light ?? INK;
  const name = brand.logo
    ? html`<img src="${brand.logo.url}" width="${brand.logo.width}" height="${brand.logo.height}" alt="${by}" style="display:block;border:8px solid #ffffff;background:#ffffff;color:#15181c;font:bold 16px/24px ${FACE};">`
    : by;
  return html`<div class="${inks ? 'b' : 't'}" style="margin:0 0 24px;padding:0 0 12px;${line}font:bold 18px/26px ${FACE};color:${colour};">${name}</div>`;
}

export function paragraph(text: string, foreign: Html | null = null): Html {
  return html`<p class="t" style="margin:0 0 16px;font:16px/25px ${FACE};color:${INK};"${foreign}>${text}</p>`;
}

/** A heading and what stands under it; lines within a paragraph stay lines. */
export function headedText(heading: string, paragraphs: readonly string[], foreign: Html | null): Html {
  const under = paragraphs.map(
    (text) =>
      html`<p class="t" style="margin:0 0 16px;font:16px/25px ${FACE};color:${INK};white-space:pre-line;">${text}</p>`,
  );
  return html`<h2 class="t" style="margin:24px 0 8px;font:bold 18px/26px ${FACE};color:${INK};"${foreign}>${heading}</h2>${under}`;
}

/** Eleven links under a likelihood question: each opens the page with that number filled in, none answers. */
function wayIn(
  { questionSet, answerUrl, language }: FilledLetter,
  words: Words,
  inks: BrandInks | null,
  foreign: Html | null,
): Html {
  const [first] = questionSet.questions;
  const wording = html`<p class="t" style="margin:0 0 12px;font:bold 18px/26px ${FACE};color:${INK};">${first!.wording}</p>`;
  if (first!.kind !== 'recommend')
    return html`${wording}${button(answerUrl, words.say('letter.answer'), inks, foreign)}`;
  const cells = Array.from(
    { length: 11 },
    (_, value) =>
      html`<td class="c" width="9.09%" align="center" style="padding:0 1px;"><a class="n" href="${linkWith(answerUrl, `v=${value}`)}" aria-label="${words.say('letter.of_ten', { value })}" style="display:block;padding:12px 0;font:600 16px/20px ${FACE};color:${INK};text-decoration:none;border:1px solid #79818d;border-radius:4px;">${value}</a></td>`,
  );
  const start = startOf(language);
  const end = start === 'left' ? 'right' : 'left';
  return html`${wording}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="table-layout:fixed;"><tr>${cells}</tr></table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:6px 0 24px;"><tr><td class="q" align="${start}" style="font:13px/18px ${FACE};color:#474e58;"${foreign}>0 ${words.say('scale.unlikely')}</td><td class="q" align="${end}" style="font:13px/18px ${FACE};color:#474e58;"${foreign}>10 ${words.say('scale.likely')}</td></tr></table>`;
}

/** The numbers stay without colour, whatever the brand's is: a colour there would lean on the answer. */
function button(answerUrl: string, label: string, inks: BrandInks | null, foreign: Html | null): Html {
  const look = inks
    ? trusted(`color:${inks.onFill};background:${inks.fill};border:2px solid ${inks.light};`)
    : trusted(`color:${INK};border:1px solid #79818d;`);
  return html`<p style="margin:0 0 24px;"><a class="${inks ? 'f' : 'n'}" href="${answerUrl}" style="display:inline-block;padding:12px 20px;font:600 16px/20px ${FACE};text-decoration:none;border-radius:4px;${look}"${foreign}>${label}</a></p>`;
}

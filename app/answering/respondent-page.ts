import { type Html, html } from '#app/platform/html.ts';
import type { Page } from '#app/survey/logic/pages.ts';
import { factsOf, fillIn } from '#app/survey/logic/piping.ts';
import type { Given } from '#app/survey/question/given.ts';
import type { Said } from '#app/survey/question/said.ts';
import type { Question } from '#app/survey/question.ts';
import { directionOf, languageName } from '#app/survey/translation/language.ts';
import { questionBlocks } from './question-block.ts';
import type { RespondentDoor } from './respondent-door.ts';
import { respondentStyle } from './respondent-style.ts';
import { foreignTo, wordsIn } from './words/words.ts';

export interface QuestionPage {
  door: RespondentDoor;
  nonce: string;
  /** Goes out with the form and comes back: the same page sent twice is one response. */
  submitId: string;
  /** What was typed or tapped so far, by field. */
  given: Given;
  /** What to say of each question that needs another look. */
  faults: ReadonlyMap<string, Said>;
  /** The number tapped in the mail: filled in, never sent by itself. */
  tapped: string | null;
  /** The questions to show; null when all are answered and only sending is left. */
  page: Page<Question> | null;
}

/** The words around the questions, with what is known of who is asked. */
function fillKnown(text: string, door: RespondentDoor): string {
  return fillIn(text, factsOf({ ...door, personaName: door.persona.name }), new Map(), new Map());
}

/** One page of the respondent's survey: no script, first question first. What other pages hold comes along unseen. */
export function questionPage(asked: QuestionPage): string {
  const { door, page } = asked;
  const words = wordsIn(door.language);
  const isFirst = page?.index === 0;
  const body = html`${header(door)}
<main>
${isFirst ? languageSwitch(door) : null}
<form method="post" novalidate>
<input type="hidden" name="submit_id" value="${asked.submitId}"><input type="hidden" name="page" value="${page?.index ?? PAST_THE_END}"><input type="hidden" name="lang" value="${door.language}">
${carriedFields(asked)}
${isFirst && door.questionSet.intro !== '' ? html`<p class="intro">${fillKnown(door.questionSet.intro, door)}</p>` : null}
${page ? questionBlocks({ ...asked, page }) : html`<h2 class="wording">${words.say('page.last')}</h2>`}
${buttons(asked)}
</form>
${why(door)}
</main>`;
  return document(
    words.say('page.title', { workspace: door.workspaceName }),
    asked.nonce,
    body,
    door.language,
  );
}

/** The survey's other languages, each in its own words. */
function languageSwitch({ language, languages }: RespondentDoor): Html | null {
  const others = languages.filter((one) => one !== language);
  if (others.length === 0) return null;
  return html`<p class="tongues">${others.map(
    (one) => html`<a href="?lang=${one}" lang="${one}" hreflang="${one}">${languageName(one)}</a> `,
  )}</p>`;
}

/** A page number that no survey has. */
export const PAST_THE_END = 9999;

/** The fields of pages that are not shown: the server keeps nothing between pages. */
function carriedFields({ given, page, door }: QuestionPage): Html[] {
  const shown = new Set(page?.questions.map(({ key }) => key));
  const known = new Set(door.questionSet.questions.map(({ key }) => key));
  return [...given].flatMap(([field, values]) => {
    const [key = ''] = field.split('.');
    if (!known.has(key) || shown.has(key)) return [];
    return values.map((value) => html`<input type="hidden" name="${field}" value="${value}">`);
  });
}

/** The first button of a form is the one that Enter presses, so going on comes before going back. */
function buttons({ page, tapped, door }: QuestionPage): Html {
  const { say } = wordsIn(door.language);
  const tongue = foreignTo(door.language);
  const send = tapped === null ? say('page.send') : say('page.confirm', { number: tapped });
  const isSending = page === null || page.isLast;
  const on = isSending
    ? html`<button name="go" value="send"${tongue}>${send}</button>`
    : html`<button name="go" value="on"${tongue}>${say('page.on')}</button>`;
  return page?.index === 0
    ? on
    : html`${on}<button class="back" name="go" value="back"${tongue}>${say('page.back')}</button>`;
}

/** After answering, or when the link is opened again: never the answers themselves. */
export function receivedPage(door: RespondentDoor, nonce: string, answeredAt: number): string {
  const { say, rich, day, moment } = wordsIn(door.language);
  const answered = html`<time datetime="${new Date(answeredAt).toISOString()}">${moment(answeredAt)}</time>`;
  const where = { persona: door.persona.name, account: door.accountName };
  const body = html`<header><p class="from">${door.workspaceName}</p></header>
<main>
<h1>${rich('done.heading', { name: firstName(door) })}</h1>
<ul class="done">
<li>${rich('done.kept', { ...where, moment: answered })}</li>
${door.questionSet.closing ? html`<li>${fillKnown(door.questionSet.closing, door)}</li>` : null}
${door.why ? html`<li>${rich('done.hear', { day: html`${day(door.why.promiseOn)}`, promise: door.why.promise })}</li>` : null}
</ul>
</main>`;
  return document(say('done.title'), nonce, body, door.language);
}

/** A second page with other answers, after the first was received: said plainly, because nothing of it is kept. */
export function receivedBeforePage(door: RespondentDoor, nonce: string): string {
  const { say } = wordsIn(door.language);
  const body = html`<header><p class="from">${door.workspaceName}</p></header>
<main><h1>${say('before.heading')}</h1>
<p class="after">${say('before.after')}</p></main>`;
  return document(say('before.title'), nonce, body, door.language);
}

export function closedPage(door: RespondentDoor, nonce: string): string {
  const { say } = wordsIn(door.language);
  const body = html`<header><p class="from">${door.workspaceName}</p></header>
<main><h1>${say('closed.heading')}</h1><p class="after">${say('closed.after')}</p></main>`;
  return document(say('closed.title'), nonce, body, door.language);
}

/** One page for unknown, revoked and malformed links, so that none of them tells anything. `language`: the browser's. */
export function unknownLinkPage(nonce: string, language = 'en'): string {
  const words = wordsIn(language);
  const body = html`<main><h1>${words.say('unknown.heading')}</h1>
<p class="after">${words.say('unknown.after')}</p></main>`;
  return document(words.say('unknown.title'), nonce, body, words.language);
}

export function document(title: string, nonce: string, body: Html, language = 'en'): string {
  return html`<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow, noarchive"><meta property="og:title" content="${wordsIn(language).say('page.card')}"><link rel="icon" href="data:,"><title>${title}</title><style nonce="${nonce}">${respondentStyle}</style></head><body><div class="page">${body}</div></body></html>`
    .text;
}

function header(door: RespondentDoor): Html {
  const { rich } = wordsIn(door.language);
  const names = { name: firstName(door), persona: door.persona.name, account: door.accountName };
  return html`<header${foreignTo(door.language)}>
<p class="from">${rich('page.asks', { workspace: door.workspaceName })}</p>
<h1 class="as">${rich('page.as', names)}</h1>
</header>`;
}

function firstName({ personName }: RespondentDoor): string {
  return personName.trim().split(/\s+/)[0]!;
}

function why({ why: told, confidentiality, language }: RespondentDoor): Html {
  const { say, rich, day } = wordsIn(language);
  return html`<dl class="why"${foreignTo(language)}>
${told ? html`<dt>${say('why.ask')}</dt><dd>${rich('why.decide', { day: html`${day(told.decideOn)}`, decision: told.decision })}</dd>` : null}
<dt>${say('why.sees')}</dt><dd>${say(`why.${confidentiality}`)}</dd>
${told ? html`<dt>${say('why.back')}</dt><dd>${rich('why.promise', { day: html`${day(told.promiseOn)}`, promise: told.promise })}</dd>` : null}
</dl>`;
}

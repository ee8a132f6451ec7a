import { type Html, html } from '#app/platform/html.ts';
import type { Page } from '#app/survey/logic/pages.ts';
import { factsOf, fillIn } from '#app/survey/logic/piping.ts';
import type { Given } from '#app/survey/question/given.ts';
import type { Question } from '#app/survey/question.ts';
import { directionOf, languageName } from '#app/survey/translation/language.ts';
import { questionBlocks } from './question-block.ts';
import type { RespondentDoor } from './respondent-door.ts';
import { respondentStyle } from './respondent-style.ts';

export interface QuestionPage {
  door: RespondentDoor;
  nonce: string;
  /** Goes out with the form and comes back: the same page sent twice is one response. */
  submitId: string;
  /** What was typed or tapped so far, by field. */
  given: Given;
  /** A sentence per question that needs another look. */
  faults: ReadonlyMap<string, string>;
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
  const isFirst = page?.index === 0;
  const body = html`${header(door)}
<main>
${isFirst ? languageSwitch(door) : null}
<form method="post" novalidate>
<input type="hidden" name="submit_id" value="${asked.submitId}"><input type="hidden" name="page" value="${page?.index ?? PAST_THE_END}"><input type="hidden" name="lang" value="${door.language}">
${carriedFields(asked)}
${isFirst && door.questionSet.intro !== '' ? html`<p class="intro">${fillKnown(door.questionSet.intro, door)}</p>` : null}
${page ? questionBlocks({ ...asked, page }) : html`<h2 class="wording">That was the last question.</h2>`}
${buttons(asked)}
</form>
${why(door)}
</main>`;
  return document(`A few questions from ${door.workspaceName}`, asked.nonce, body, door.language);
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
function buttons({ page, tapped }: QuestionPage): Html {
  const send = tapped === null ? 'Send my answers' : `Confirm ${tapped} and send my answers`;
  const isSending = page === null || page.isLast;
  const on = isSending
    ? html`<button name="go" value="send">${send}</button>`
    : html`<button name="go" value="on">Go on</button>`;
  return page?.index === 0 ? on : html`${on}<button class="back" name="go" value="back">Back</button>`;
}

/** After answering, or when the link is opened again: never the answers themselves. */
export function receivedPage(door: RespondentDoor, nonce: string, answeredAt: number): string {
  const [firstName] = door.personName.split(' ');
  const body = html`<header><p class="from">${door.workspaceName}</p></header>
<main>
<h1>Received. Thank you, ${firstName!}.</h1>
<ul class="done">
<li>Your answers as ${door.persona.name} at ${door.accountName}, on <time datetime="${new Date(answeredAt).toISOString()}">${formatTime(answeredAt)}</time>.</li>
${door.questionSet.closing ? html`<li>${fillKnown(door.questionSet.closing, door)}</li>` : null}
${door.why ? html`<li><b>You hear from us by ${formatDay(door.why.promiseOn)}:</b> ${door.why.promise}</li>` : null}
</ul>
</main>`;
  return document('Thank you', nonce, body);
}

/** A second page with other answers, after the first was received: said plainly, because nothing of it is kept. */
export function receivedBeforePage(door: RespondentDoor, nonce: string): string {
  const body = html`<header><p class="from">${door.workspaceName}</p></header>
<main><h1>We have your answers already.</h1>
<p class="after">They were sent before from another page. What you sent just now was not kept, and nothing has changed.</p></main>`;
  return document('Received before', nonce, body);
}

export function closedPage(door: RespondentDoor, nonce: string): string {
  const body = html`<header><p class="from">${door.workspaceName}</p></header>
<main><h1>This survey is closed.</h1><p class="after">Nothing more can be sent to it. Thank you for coming by.</p></main>`;
  return document('Closed', nonce, body);
}

/** One page for unknown, revoked and malformed links, so that none of them tells anything. */
export function unknownLinkPage(nonce: string): string {
  const body = html`<main><h1>This link does not open anything.</h1>
<p class="after">It may have been shortened on its way, or replaced by a newer one. The newest mail from whoever asked you holds the link that works.</p></main>`;
  return document('No survey here', nonce, body);
}

export function document(title: string, nonce: string, body: Html, language = 'en'): string {
  return html`<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow, noarchive"><meta property="og:title" content="A short survey"><link rel="icon" href="data:,"><title>${title}</title><style nonce="${nonce}">${respondentStyle}</style></head><body><div class="page">${body}</div></body></html>`
    .text;
}

function header(door: RespondentDoor): Html {
  return html`<header>
<p class="from">${door.workspaceName} asks</p>
<h1 class="as">${door.personName}, you are answering as <b>${door.persona.name}</b> at <b>${door.accountName}</b>.</h1>
</header>`;
}

const WHO_SEES = {
  attributed: 'The team that asks, with your name.',
  confidential:
    'The team that asks, never with your name and only together with at least four others of your role.',
  unlinkable: 'The team that asks. Nobody can join an answer to a name, not even an administrator.',
} as const;

function why(door: RespondentDoor): Html {
  return html`<dl class="why">
${door.why ? html`<dt>Why we ask</dt><dd>We decide by ${formatDay(door.why.decideOn)}: ${door.why.decision}</dd>` : null}
<dt>Who sees it</dt><dd>${WHO_SEES[door.confidentiality]}</dd>
${door.why ? html`<dt>What comes back</dt><dd>By ${formatDay(door.why.promiseOn)}: ${door.why.promise}</dd>` : null}
</dl>`;
}

const DAY_FORMAT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const TIME_FORMAT = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
});

function formatDay(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? day : DAY_FORMAT.format(time);
}

function formatTime(at: number): string {
  return `${TIME_FORMAT.format(at)} UTC`;
}

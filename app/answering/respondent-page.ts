import { type Html, html } from '#app/platform/html.ts';
import type { Question } from '#app/survey/question.ts';
import type { RespondentDoor } from './respondent-door.ts';
import { respondentStyle } from './respondent-style.ts';

export interface QuestionPage {
  door: RespondentDoor;
  nonce: string;
  /** Goes out with the form and comes back: the same page sent twice is one response. */
  submitId: string;
  /** What was typed or tapped so far, by question key. */
  given: ReadonlyMap<string, readonly string[]>;
  /** A sentence per question that needs another look. */
  faults: ReadonlyMap<string, string>;
  /** The number tapped in the mail: filled in, never sent by itself. */
  tapped: string | null;
}

/** The respondent's page: the whole survey in one answer, no script, first question first. */
export function questionPage(page: QuestionPage): string {
  const { door } = page;
  const { questions, intro } = door.questionSet;
  const body = html`${header(door)}
<main>
<form method="post" novalidate>
<input type="hidden" name="submit_id" value="${page.submitId}">
${intro === '' ? null : html`<p class="intro">${intro}</p>`}
${questions.map((question, i) => questionBlock(question, i, page))}
<button>${page.tapped === null ? 'Send my answers' : `Confirm ${page.tapped} and send my answers`}</button>
</form>
${why(door)}
</main>`;
  return document(`A few questions from ${door.workspaceName}`, page.nonce, body);
}

/** After answering, or when the link is opened again: never the answers themselves. */
export function receivedPage(door: RespondentDoor, nonce: string, answeredAt: number): string {
  const [firstName] = door.personName.split(' ');
  const body = html`<header><p class="from">${door.workspaceName}</p></header>
<main>
<h1>Received. Thank you, ${firstName!}.</h1>
<ul class="done">
<li>Your answers as ${door.persona.name} at ${door.accountName}, on <time datetime="${new Date(answeredAt).toISOString()}">${formatTime(answeredAt)}</time>.</li>
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

export function document(title: string, nonce: string, body: Html): string {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow, noarchive"><meta property="og:title" content="A short survey"><link rel="icon" href="data:,"><title>${title}</title><style nonce="${nonce}">${respondentStyle}</style></head><body><div class="page">${body}</div></body></html>`
    .text;
}

function header(door: RespondentDoor): Html {
  return html`<header>
<p class="from">${door.workspaceName} asks</p>
<h1 class="as">${door.personName}, you are answering as <b>${door.persona.name}</b> at <b>${door.accountName}</b>.</h1>
</header>`;
}

function questionBlock(question: Question, index: number, page: QuestionPage): Html {
  const count = page.door.questionSet.questions.length;
  const step = `Question ${index + 1} of ${count}${question.required ? '' : ', you may leave it empty'}`;
  const fault = page.faults.get(question.key);
  const faultId = `${question.key}-fault`;
  const given = page.given.get(question.key) ?? [];
  const said = fault ? html`<p class="fault" id="${faultId}">${fault}</p>` : null;
  const described = fault ? html` aria-describedby="${faultId}" aria-invalid="true"` : null;
  const words = html`<span class="step">${step}</span>${question.wording}`;
  if (question.kind === 'text') {
    return html`<div class="q"><label class="wording" for="${question.key}">${words}</label><textarea id="${question.key}" name="${question.key}"${described} maxlength="5000">${given[0] ?? ''}</textarea>${said}</div>`;
  }
  return html`<fieldset class="q"${described}><legend>${words}</legend>${choices(question, given)}${said}${tappedLine(question, page)}</fieldset>`;
}

function choices(question: Exclude<Question, { kind: 'text' }>, given: readonly string[]): Html {
  switch (question.kind) {
    case 'recommend':
      return scale(question.key, 0, 10, 'not at all likely', 'very likely', given[0]);
    case 'rating':
      return scale(question.key, 1, question.points, question.low, question.high, given[0]);
    case 'single':
    case 'multiple': {
      const type = question.kind === 'single' ? 'radio' : 'checkbox';
      return html`<div class="opts">${question.options.map(
        ({ key, label }) =>
          html`<label class="opt"><input type="${type}" name="${question.key}" value="${key}"${checked(given.includes(key))}>${label}</label>`,
      )}</div>`;
    }
    default:
      return question satisfies never;
  }
}

function scale(
  name: string,
  low: number,
  high: number,
  lowLabel: string,
  highLabel: string,
  given?: string,
): Html {
  const values = Array.from({ length: high - low + 1 }, (_, i) => String(low + i));
  return html`<div class="scale n${values.length}">${values.map(
    (value) =>
      html`<label><input type="radio" name="${name}" value="${value}"${checked(value === given)}><span>${value}</span></label>`,
  )}</div><p class="ends"><span>${low} ${lowLabel}</span><span>${high} ${highLabel}</span></p>`;
}

function checked(yes: boolean): Html | null {
  return yes ? html` checked` : null;
}

function tappedLine(question: Question, { tapped, door }: QuestionPage): Html | null {
  const first = door.questionSet.questions.find(({ kind }) => kind === 'recommend');
  if (tapped === null || question !== first) return null;
  return html`<p class="picked">You tapped <b>${tapped}</b> in the mail. Nothing is sent until you confirm.</p>`;
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

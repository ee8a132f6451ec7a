import { type Html, html } from '#app/platform/html.ts';
import type { Page } from '#app/survey/logic/pages.ts';
import { factsOf, fillIn } from '#app/survey/logic/piping.ts';
import type { Given } from '#app/survey/question/given.ts';
import type { Said } from '#app/survey/question/said.ts';
import type { Question } from '#app/survey/question.ts';
import { languageName } from '#app/survey/translation/language.ts';
import type { Words } from '#app/survey/words/speech.ts';
import { foreignTo, wordsIn } from '#app/survey/words/words.ts';
import { document } from './page-frame.ts';
import { questionBlocks } from './question-block.ts';
import type { RespondentDoor } from './respondent-door.ts';
import { reviewBlock } from './review-block.ts';
import { knownThroughLink, seenThroughLink, sharedHeader } from './shared/shared-header.ts';
import { endsInReview } from './turn-page.ts';
import { selfHeader } from './who/self-header.ts';

export { document } from './page-frame.ts';

export interface QuestionPage {
  door: RespondentDoor;
  /** Goes out with the form and comes back: the same page sent twice is one response. */
  submitId: string;
  /** What was typed or tapped so far, by field, as far as this reader may see it. */
  given: Given;
  /** What to say of each question that needs another look. */
  faults: ReadonlyMap<string, Said>;
  /** The number tapped in the mail: filled in, never sent by itself. */
  tapped: string | null;
  /** The questions to show; null when all are answered and only sending is left. */
  page: Page<Question> | null;
  /** What a page of a link carries, and a preview does not. */
  seal?: Seal | undefined;
  /** For the inline style of a preview; a respondent's page is let by its hash. */
  nonce?: string | undefined;
}

export interface Seal {
  /** See `render-nonce.server.ts`. */
  shown: string;
  /** Which save of what is begun this page knows; 0 for none. */
  revision: number;
  /** Where somebody says that they are not the person or hold the role no more; null where nobody is named. */
  whoPath: string | null;
  /** Questions answered from another device: said, and never shown. */
  elsewhere: ReadonlySet<string>;
  /** Answers from another tab or device came in since this page was shown. */
  metOthers: boolean;
}

/** The words around the questions, with what is known of who is asked. */
export function fillKnown(text: string, door: RespondentDoor): string {
  return fillIn(text, factsOf({ ...door, personaName: door.persona.name }), new Map(), new Map());
}

/** One page of the respondent's survey: no script, first question first. What other pages hold comes along unseen. */
export function questionPage(asked: QuestionPage): string {
  const { door, page, seal } = asked;
  const words = wordsIn(door.language);
  const isFirst = page?.index === 0;
  const body = html`${header(door, seal?.whoPath ?? null)}
<main>
${isFirst && asked.nonce ? languageLinks(door) : null}
<form method="post" novalidate${seal ? spokenBy(words, door) : null}>
<input type="hidden" name="submit_id" value="${asked.submitId}"><input type="hidden" name="page" value="${page?.index ?? PAST_THE_END}"><input type="hidden" name="lang" value="${door.language}">
${seal ? sealedFields(seal, page) : null}
${isFirst && !asked.nonce ? languageButtons(asked) : null}
${carriedFields(asked)}
${seal?.metOthers ? html`<p class="note" role="status"${foreignTo(door.language)}>${words.say('page.met_others')}</p>` : null}
${isFirst && door.questionSet.intro !== '' ? html`<p class="intro">${fillKnown(door.questionSet.intro, door)}</p>` : null}
${page ? questionBlocks({ ...asked, page }) : reviewBlock(asked)}
${buttons(asked)}
</form>
${why(door)}
</main>`;
  const title = words.say('page.title', { workspace: door.workspaceName });
  return document(title, body, door.language, asked.nonce);
}

/** A field that people neither see nor reach: what fills it in is a machine. */
const HONEYPOT = html`<p class="hp" aria-hidden="true"><input name="website" tabindex="-1" autocomplete="off"></p>`;

function sealedFields({ shown, revision, elsewhere }: Seal, page: QuestionPage['page']): Html {
  const unseen = (page?.questions ?? []).flatMap(({ key }) => (elsewhere.has(key) ? [key] : []));
  const blank =
    unseen.length > 0 ? html`<input type="hidden" name="elsewhere" value="${unseen.join(' ')}">` : null;
  return html`${blank}<input type="hidden" name="shown" value="${shown}"><input type="hidden" name="revision" value="${revision}"><input type="hidden" name="moved" value="">${HONEYPOT}`;
}

const SPOKEN = [
  ...(['sending', 'saving', 'saved', 'offline', 'busy', 'retry'] as const),
  ...(['newer', 'reload', 'hint'] as const),
];

/**
 * The words of the script, which brings none of its own. What comes through a shared link, or must not hang on a name,
 * is kept only when it is sent: nothing says that it was before.
 */
function spokenBy({ say }: Words, { shared, confidentiality }: RespondentDoor): Html[] {
  const isBegun = !shared && confidentiality !== 'unlinkable';
  const spoken = isBegun ? SPOKEN : SPOKEN.filter((name) => name !== 'saving' && name !== 'saved');
  return spoken.map((name) => html` data-${name}="${say(`script.${name}`)}"`);
}

/**
 * The survey's other languages, each in its own words: a press takes along what is filled in. Enter presses the first
 * button of a form, so the one that goes on stands before them unseen.
 */
function languageButtons(asked: QuestionPage): Html | null {
  const others = otherLanguages(asked.door);
  if (others.length === 0) return null;
  const enter = html`<button class="hp" name="go" value="${onwardOf(asked)}" tabindex="-1" aria-hidden="true"></button>`;
  return html`${enter}<p class="tongues">${others.map(
    (one) => html`<button name="go" value="in-${one}" lang="${one}">${languageName(one)}</button> `,
  )}</p>`;
}

/** In a preview, where nothing is filled in for keeps, the address says the language. */
function languageLinks(door: RespondentDoor): Html | null {
  const others = otherLanguages(door);
  if (others.length === 0) return null;
  return html`<p class="tongues">${others.map(
    (one) => html`<a href="?lang=${one}" lang="${one}" hreflang="${one}">${languageName(one)}</a> `,
  )}</p>`;
}

function otherLanguages({ language, languages }: RespondentDoor): string[] {
  return languages.filter((one) => one !== language);
}

/** A page number that no survey has. */
export const PAST_THE_END = 9999;

/** The fields of pages that are not shown, so that a browser without cookies loses nothing between pages. */
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
function buttons(asked: QuestionPage): Html {
  const { page, tapped, door } = asked;
  const { say } = wordsIn(door.language);
  const tongue = foreignTo(door.language);
  const send = tapped === null ? say('page.send') : say('page.confirm', { number: tapped });
  const on =
    onwardOf(asked) === 'send'
      ? html`<button name="go" value="send"${tongue}>${send}</button>`
      : html`<button name="go" value="on"${tongue}>${say(page?.isLast ? 'page.look_over' : 'page.on')}</button>`;
  return page?.index === 0
    ? on
    : html`${on}<button class="back" name="go" value="back"${tongue}>${say('page.back')}</button>`;
}

/** What the button that goes on does: to the next page, or away with it. */
function onwardOf({ page, door }: QuestionPage): 'on' | 'send' {
  const isReviewed = page !== null && endsInReview(door.questionSet.questions);
  return page === null || (page.isLast && !isReviewed) ? 'send' : 'on';
}

export function header(door: RespondentDoor, whoPath: string | null): Html {
  const { rich, say } = wordsIn(door.language);
  if (door.shared) return sharedHeader(door, whoPath);
  if (door.isSelf) return selfHeader(door);
  const names = { name: firstName(door), persona: door.persona.name, account: door.accountName };
  return html`<header${foreignTo(door.language)}>
<p class="from">${rich('page.asks', { workspace: door.workspaceName })}</p>
<h1 class="as">${rich('page.as', names)}</h1>
${whoPath ? html`<p class="not-you"><a href="${whoPath}">${say('page.not_you')}</a></p>` : null}
</header>`;
}

export function firstName({ personName }: Pick<RespondentDoor, 'personName'>): string {
  return personName.trim().split(/\s+/)[0]!;
}

export function why(door: RespondentDoor): Html {
  const { why: told, language } = door;
  const { say, rich, day } = wordsIn(language);
  return html`<dl class="why"${foreignTo(language)}>
${told ? html`<dt>${say('why.ask')}</dt><dd>${rich('why.decide', { day: html`${day(told.decideOn)}`, decision: told.decision })}</dd>` : null}
<dt>${say('why.sees')}</dt><dd>${seenBy(door)}</dd>
${door.shared ? knownThroughLink(door.shared, language) : null}
${told ? html`<dt>${say('why.back')}</dt><dd>${rich('why.promise', { day: html`${day(told.promiseOn)}`, promise: told.promise })}</dd>` : null}
</dl>`;
}

function seenBy({ shared, isSelf, confidentiality, language }: RespondentDoor): string {
  if (shared) return seenThroughLink(confidentiality, language);
  const isNamed = isSelf && confidentiality !== 'unlinkable';
  return wordsIn(language).say(isNamed ? 'self.sees' : `why.${confidentiality}`);
}

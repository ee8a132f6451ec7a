import { type Html, html } from '#app/platform/html.ts';
import type { Given } from '#app/survey/question/given.ts';
import { wordsIn } from '#app/survey/words/words.ts';
import { document } from './page-frame.ts';
import type { RespondentDoor } from './respondent-door.ts';
import { fillKnown, firstName } from './respondent-page.ts';

/** After answering, or when the link is opened again: never the answers themselves. Null: no time was kept. */
export function receivedPage(door: RespondentDoor, answeredAt: number | null, nonce?: string): string {
  const { say, rich, day } = wordsIn(door.language);
  const body = html`${from(door)}
<main>
<h1>${rich('done.heading', { name: firstName(door) })}</h1>
<ul class="done">
<li>${keptLine(door, answeredAt)}</li>
${door.questionSet.closing ? html`<li>${fillKnown(door.questionSet.closing, door)}</li>` : null}
${door.why ? html`<li>${rich('done.hear', { day: html`${day(door.why.promiseOn)}`, promise: door.why.promise })}</li>` : null}
</ul>
</main>`;
  return document(say('done.title'), body, door.language, nonce);
}

function keptLine(door: RespondentDoor, answeredAt: number | null): Html {
  const { rich, moment } = wordsIn(door.language);
  const where = { persona: door.persona.name, account: door.accountName };
  if (answeredAt === null) return rich('done.kept_untimed', where);
  const time = html`<time datetime="${new Date(answeredAt).toISOString()}">${moment(answeredAt)}</time>`;
  return rich('done.kept', { ...where, moment: time });
}

/** A second page with other answers, after the first was received: said plainly, because nothing of it is kept. */
export function receivedBeforePage(door: RespondentDoor): string {
  return noticeOf(door, 'before');
}

export function closedPage(door: Named): string {
  return noticeOf(door, 'closed');
}

function noticeOf(door: Named, id: 'before' | 'closed'): string {
  const { say } = wordsIn(door.language);
  const body = html`${from(door)}
<main><h1>${say(`${id}.heading`)}</h1><p class="after">${say(`${id}.after`)}</p></main>`;
  return document(say(`${id}.title`), body, door.language);
}

/** One page for unknown, revoked and malformed links, so that none of them tells anything. `language`: the browser's. */
export function unknownLinkPage(language = 'en'): string {
  const words = wordsIn(language);
  const body = html`<main><h1>${words.say('unknown.heading')}</h1>
<p class="after">${words.say('unknown.after')}</p></main>`;
  return document(words.say('unknown.title'), body, words.language);
}

/** A press that a machine could have made: everything stays, and one more by hand sends it. */
export function pressAgainPage(
  door: RespondentDoor,
  sent: { submitId: string; given: Given; shown: string; page: number; revision: number },
): string {
  const { say } = wordsIn(door.language);
  const fields = [
    ...[...sent.given].flatMap(([name, values]) => values.map((value) => [name, value] as const)),
    ...([
      ['submit_id', sent.submitId],
      ['page', String(sent.page)],
      ['lang', door.language],
      ['shown', sent.shown],
      ['revision', String(sent.revision)],
      ['moved', ''],
    ] as const),
  ];
  const body = html`${from(door)}
<main><h1>${say('again.heading')}</h1><p class="after">${say('again.after')}</p>
<form method="post" novalidate>${fields.map(hidden)}<button name="go" value="send">${say('again.send')}</button></form></main>`;
  return document(say('again.title'), body, door.language);
}

/** More came through a link than it takes at once: nothing is kept yet, and all that was sent stays in the page. */
export function crowdedPage(door: Named, sent: readonly (readonly [string, string])[], wait: number): string {
  const { say, within } = wordsIn(door.language);
  const body = html`${from(door)}
<main><h1>${say('crowded.heading')}</h1><p class="after">${say('crowded.after', { when: within(wait) })}</p>
${sendAgain(door.language, sent)}</main>`;
  return document(say('crowded.title'), body, door.language);
}

/** While answers cannot be kept: what was sent stays in the page, and one press tries again. */
export function troublePage(language: string, sent: readonly (readonly [string, string])[]): string {
  const words = wordsIn(language);
  const after = words.say(sent.length > 0 ? 'trouble.kept' : 'trouble.later');
  const body = html`<main><h1>${words.say('trouble.heading')}</h1><p class="after">${after}</p>
${sent.length > 0 ? sendAgain(language, sent) : null}</main>`;
  return document(words.say('trouble.title'), body, words.language);
}

/** Everything that was sent, with the press that sends it again. */
function sendAgain(language: string, sent: readonly (readonly [string, string])[]): Html {
  const { say } = wordsIn(language);
  const go = sent.findLast(([name]) => name === 'go')?.[1] ?? 'send';
  const fields = sent.filter(([name]) => name !== 'go').map(hidden);
  return html`<form method="post" novalidate data-offline="${say('script.offline')}" data-retry="${say('script.retry')}">${fields}<button name="go" value="${go}">${say('trouble.send')}</button></form>`;
}

function hidden([name, value]: readonly [string, string]): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

/** Who asks, in the language to say it in. */
type Named = Pick<RespondentDoor, 'workspaceName' | 'language'>;

function from(door: Named): Html {
  return html`<header><p class="from">${door.workspaceName}</p></header>`;
}

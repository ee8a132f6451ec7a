import { type Html, html } from '#app/platform/html.ts';
import type { MessageId } from '#app/survey/words/speech.ts';
import { wordsIn } from '#app/survey/words/words.ts';
import type { Spoken } from '../who/role-page.ts';
import { endPage, ownPage, sealed } from '../who/who-frame.ts';

export interface LeavePage {
  door: Spoken;
  stopped: 'all' | 'programme' | null;
  /** What was taken down of their role, where something was. */
  noted: Html | null;
  /** Whether there is a role to speak of. */
  mayCorrect: boolean;
  path: string;
  shown: string;
}

/** What may be stopped, the widest first, and what else may be meant. Opening it changes nothing. */
export function leavePage(page: LeavePage): string {
  const { door, noted, mayCorrect } = page;
  const { rich } = wordsIn(door.language);
  const body = html`<main><h1>${rich('stop.heading', { workspace: door.workspaceName })}</h1>
${noted && html`<p class="note" role="status">${noted}</p>`}
${stopForms(page)}
${mayCorrect ? somethingElse(page) : null}</main>`;
  return ownPage(
    door.language,
    'stop.title',
    html`<header><p class="from">${door.workspaceName}</p></header>${body}`,
  );
}

function stopForms({ door, stopped }: LeavePage): Html {
  const { say, rich } = wordsIn(door.language);
  const workspace = { workspace: door.workspaceName };
  if (stopped === 'all')
    return html`<p class="after" role="status">${rich('stop.done_after', workspace)}</p>`;
  const all = html`<p class="after">${say('stop.after')}</p>
<form method="post"><button name="wish" value="all">${say('stop.send')}</button></form>`;
  if (stopped === 'programme')
    return html`<p class="after" role="status">${rich('stop.series_done', workspace)}</p>${all}`;
  return html`${all}
<form method="post"><button class="back" name="wish" value="programme">${say('stop.series')}</button></form>
<p class="help">${rich('stop.series_after', workspace)}</p>`;
}

function somethingElse({ door, path, shown }: LeavePage): Html {
  const { say, rich } = wordsIn(door.language);
  return html`<section class="why"><h2 class="wording">${say('stop.else')}</h2>
<form action="${path}"><button class="back" name="step" value="role">${rich('stop.role', { persona: door.persona.name })}</button></form>
<form method="post">${sealed(shown)}<input type="hidden" name="who" value="left"><button class="back" name="intent" value="role">${rich('who.left', { account: door.accountName })}</button></form></section>`;
}

/** After a press: what was done, and nothing more to press. */
export function stoppedPage(
  known: { language: string; workspaceName: string },
  scope: 'all' | 'programme',
): string {
  const { say, rich } = wordsIn(known.language);
  const id: MessageId = scope === 'all' ? 'stop.done_after' : 'stop.series_done';
  const after = rich(id, { workspace: known.workspaceName });
  return endPage(known, 'stop.title', { heading: say('stop.done'), after });
}

/** After a word about the role. */
export function takenDownPage(known: { language: string; workspaceName: string }, after: Html): string {
  const { say } = wordsIn(known.language);
  return endPage(known, 'noted.title', { heading: say('noted.heading'), after });
}

import { type Html, html } from '#app/platform/html.ts';
import type { Confidentiality } from '#app/programme/confidentiality.ts';
import type { RespondentDoor } from '../respondent-door.ts';
import { foreignTo, wordsIn } from '../words/words.ts';

/** Over the questions: as whom one answers, and the way back to that choice. */
export function sharedHeader(
  { workspaceName, persona, language }: RespondentDoor,
  startPath: string | null,
): Html {
  const { say, rich } = wordsIn(language);
  return html`<header${foreignTo(language)}>
<p class="from">${rich('page.asks', { workspace: workspaceName })}</p>
<h1 class="as">${rich('shared.as', { persona: persona.name })}</h1>
${startPath ? html`<p class="not-you"><a href="${startPath}">${say('shared.other')}</a></p>` : null}
</header>`;
}

/** Who sees it and what is kept: as much as there is to know of somebody who only came by. */
export function seenThroughLink(
  { answersAre, onePerDevice }: NonNullable<RespondentDoor['shared']>,
  confidentiality: Confidentiality,
  language: string,
): string {
  const { say } = wordsIn(language);
  const sees = confidentiality === 'attributed' ? 'shared.sees' : 'shared.sees_together';
  const device = onePerDevice ? [say('shared.device')] : [];
  return [say(sees), say('shared.known_nobody'), say(`shared.${answersAre}`), ...device].join(' ');
}

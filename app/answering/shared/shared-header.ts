import { type Html, html } from '#app/platform/html.ts';
import type { Confidentiality } from '#app/programme/confidentiality.ts';
import { foreignTo, wordsIn } from '#app/survey/words/words.ts';
import type { RespondentDoor } from '../respondent-door.ts';

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

/** Who sees it: what they see is what was answered, and by whom is known to nobody. */
export function seenThroughLink(confidentiality: Confidentiality, language: string): string {
  return wordsIn(language).say(confidentiality === 'attributed' ? 'shared.sees' : 'shared.sees_together');
}

/** What is known of somebody who only came by, and what becomes of what they say. */
export function knownThroughLink(
  { answersAre, onePerDevice }: NonNullable<RespondentDoor['shared']>,
  language: string,
): Html {
  const { say } = wordsIn(language);
  const device = onePerDevice ? [say('shared.device')] : [];
  const known = [say('shared.known_nobody'), say(`shared.${answersAre}`), ...device];
  return html`<dt>${say('shared.known')}</dt><dd>${known.join(' ')}</dd>`;
}

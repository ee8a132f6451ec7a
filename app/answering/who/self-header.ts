import { type Html, html } from '#app/platform/html.ts';
import { foreignTo, wordsIn } from '#app/survey/words/words.ts';
import type { RespondentDoor } from '../respondent-door.ts';

/** Above the questions of somebody who is not the one who was invited. */
export function selfHeader({ workspaceName, persona, accountName, language }: RespondentDoor): Html {
  const { rich } = wordsIn(language);
  return html`<header${foreignTo(language)}><p class="from">${rich('page.asks', { workspace: workspaceName })}</p>
<h1 class="as">${rich('self.as', { persona: persona.name, account: accountName })}</h1></header>`;
}

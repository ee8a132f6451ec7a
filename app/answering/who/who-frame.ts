import { type Html, html } from '#app/platform/html.ts';
import type { MessageId } from '#app/survey/words/speech.ts';
import { foreignTo, wordsIn } from '#app/survey/words/words.ts';
import { document } from '../page-frame.ts';
import type { RespondentDoor } from '../respondent-door.ts';
import { firstName } from '../respondent-page.ts';

/** Says whom the mail was meant for, above every page where somebody may say that they are not. */
export function wroteTo(
  door: Pick<RespondentDoor, 'language' | 'workspaceName' | 'personName' | 'accountName' | 'persona'>,
): Html {
  const { rich } = wordsIn(door.language);
  const names = { name: firstName(door), persona: door.persona.name, account: door.accountName };
  return html`<header${foreignTo(door.language)}><p class="from">${rich('page.asks', { workspace: door.workspaceName })}</p>
<h1 class="as">${rich('who.wrote', names)}</h1></header>`;
}

/** A page in the product's own words; where it has none in the survey's language, it says which these are. */
export function ownPage(language: string, title: MessageId, body: Html): string {
  const words = wordsIn(language);
  return document(words.say(title), body, words.language);
}

/** A page that ends: nothing more is asked on it. */
export function endPage(
  known: { language: string; workspaceName: string },
  title: MessageId,
  { heading, after }: { heading: Html | string; after: Html | string },
): string {
  const body = html`<header><p class="from">${known.workspaceName}</p></header>
<main><h1>${heading}</h1><p class="after">${after}</p></main>`;
  return ownPage(known.language, title, body);
}

/** What goes out with a form and comes back: that a page was shown, and a field that people neither see nor reach. */
export function sealed(shown: string): Html {
  return html`<input type="hidden" name="shown" value="${shown}"><p class="hp" aria-hidden="true"><input name="website" tabindex="-1" autocomplete="off"></p>`;
}

/** A sentence above a form about what was pressed. */
export function told(sentence: string | null): Html | null {
  return sentence === null ? null : html`<p class="fault" role="alert">${sentence}</p>`;
}

export interface LineField {
  name: string;
  label: string;
  value: string;
  fault: string | null;
  kind?: 'text' | 'email';
  autocomplete?: string;
}

/** One line to write in, with what is wrong with it beside it. */
export function lineField(field: LineField): Html {
  const { name, label, value, fault, kind = 'text', autocomplete = 'off' } = field;
  const wrong = fault ? html` aria-invalid="true" aria-describedby="${name}-fault"` : null;
  return html`<div class="q"><label class="wording" for="${name}">${label}</label>
<input class="line" id="${name}" name="${name}" type="${kind}" value="${value}" autocomplete="${autocomplete}" maxlength="254"${wrong}>
${fault ? html`<p class="fault" id="${name}-fault">${fault}</p>` : null}</div>`;
}

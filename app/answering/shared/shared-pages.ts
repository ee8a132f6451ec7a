import type { Persona } from '#app/persona/persona.ts';
import { type Html, html } from '#app/platform/html.ts';
import type { SharedAnswers } from '#app/survey/shared-answers.ts';
import type { MessageId } from '#app/survey/words/speech.ts';
import { wordsIn } from '#app/survey/words/words.ts';
import { document } from '../page-frame.ts';
import type { RespondentDoor } from '../respondent-door.ts';
import { fillKnown } from '../respondent-page.ts';
import { knownThroughLink } from './shared-header.ts';

/** The choice that is no persona. No persona has such an id. */
export const NONE = '-';

interface FirstPage {
  workspaceName: string;
  language: string;
  /** Those who can be chosen, in lane order. */
  personas: readonly Pick<Persona, 'id' | 'name' | 'definition'>[];
  answersAre: SharedAnswers;
  onePerDevice: boolean;
  /** Sent without a choice. */
  isFaulty: boolean;
}

/** Before any question: what somebody does, each with its definition, none chosen for them. */
export function choosePage({ workspaceName, language, personas, isFaulty, ...link }: FirstPage): string {
  const { say, rich } = wordsIn(language);
  const options = [
    ...personas.map(({ id, name, definition }) => ({ id, name, definition })),
    { id: NONE, name: say('shared.none'), definition: say('shared.none_help') },
  ];
  const fault = isFaulty ? html`<p class="fault" id="persona-fault">${say('shared.choose')}</p>` : null;
  const wired = isFaulty ? html` aria-describedby="persona-fault" aria-invalid="true"` : null;
  const body = html`<header><p class="from">${rich('page.asks', { workspace: workspaceName })}</p></header>
<main>
<form method="post" novalidate>
<fieldset class="q"${wired}><legend><h1>${say('shared.ask')}</h1></legend><p class="help">${say('shared.ask_help')}</p>
<div class="opts">${options.map(option)}</div>${fault}</fieldset>
<button>${say('page.on')}</button>
</form>
${knownOf(link, language)}
</main>`;
  return document(say('page.title', { workspace: workspaceName }), body, language);
}

function option({ id, name, definition }: Pick<Persona, 'id' | 'name' | 'definition'>): Html {
  return html`<label class="opt"><input type="radio" name="persona" value="${id}"><span><b>${name}</b><br>${definition}</span></label>`;
}

type Told = Pick<FirstPage, 'answersAre' | 'onePerDevice'>;

/** What is known of whoever comes by, and what is not. */
function knownOf(link: Told, language: string): Html {
  return html`<dl class="why">${knownThroughLink(link, language)}</dl>`;
}

/** Who chose what is not asked, and whoever comes again: said plainly, with nothing kept. */
export function byePage(
  { workspaceName, language }: Pick<RespondentDoor, 'workspaceName' | 'language'>,
  { heading, after, name }: { heading: MessageId; after: MessageId; name?: string },
): string {
  const { say, rich } = wordsIn(language);
  const body = html`<header><p class="from">${workspaceName}</p></header>
<main><h1>${say(heading)}</h1><p class="after">${rich(after, name === undefined ? {} : { persona: name })}</p></main>`;
  return document(say(heading), body, language);
}

/** After answering: what was received and what becomes of it, never the answers themselves. */
export function sharedReceivedPage(door: RespondentDoor, answersAre: SharedAnswers): string {
  const { say, rich, day } = wordsIn(door.language);
  const body = html`<header><p class="from">${door.workspaceName}</p></header>
<main>
<h1>${say('shared.received')}</h1>
<ul class="done">
<li>${rich('shared.received_as', { persona: door.persona.name })} ${say(`shared.${answersAre}`)}</li>
${door.questionSet.closing ? html`<li>${fillKnown(door.questionSet.closing, door)}</li>` : null}
${door.why ? html`<li>${rich('shared.back', { day: html`${day(door.why.promiseOn)}`, promise: door.why.promise })}</li>` : null}
</ul>
</main>`;
  return document(say('shared.received'), body, door.language);
}

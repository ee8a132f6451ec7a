import type { Persona } from '#app/persona/persona.ts';
import { html } from '#app/platform/html.ts';
import type { Given } from '#app/survey/question/given.ts';
import { wordsIn } from '#app/survey/words/words.ts';
import type { RespondentDoor } from '../respondent-door.ts';
import { firstName } from '../respondent-page.ts';
import { option, personaValue } from './role-page.ts';
import { selfHeader } from './self-header.ts';
import { endPage, lineField, ownPage, told, wroteTo } from './who-frame.ts';

/** Which of the personas somebody else is, who has the link of an invitation. It only leads on, so it is no POST. */
export function chooseSelfPage(page: {
  door: RespondentDoor;
  personas: readonly Persona[];
  path: string;
  isFaulty: boolean;
}): string {
  const { door, personas, path } = page;
  const { say, rich } = wordsIn(door.language);
  const choices = [
    ...personas.map(({ id, name, definition }) => ({
      value: personaValue(id),
      label: name,
      help: definition,
    })),
    { value: 'none', label: say('who.none'), help: '' },
  ];
  const body = html`${wroteTo(door)}
<main><form action="${path}" novalidate><input type="hidden" name="step" value="self">
<fieldset class="q"><legend>${rich('self.heading', { account: door.accountName })}</legend>
<p class="help">${rich('self.after', { name: firstName(door) })}</p>
${told(page.isFaulty ? say('who.choose') : null)}
<div class="opts">${choices.map((choice) => option('as', choice, false))}</div></fieldset>
<button>${say('who.on')}</button></form>
<form action="${path}"><button class="back">${say('who.back')}</button></form></main>`;
  return ownPage(door.language, 'self.title', body);
}

/** No questions for somebody: said plainly, and that nothing was kept. */
export function nothingAskedPage(door: RespondentDoor, why: 'none' | 'not_asked'): string {
  const { say } = wordsIn(door.language);
  return endPage(door, 'self.title', { heading: say(`self.${why}`), after: say('self.nothing_kept') });
}

export interface LastSelfPage {
  door: RespondentDoor;
  submitId: string;
  given: Given;
  typed: { name: string; email: string };
  isEmailFaulty: boolean;
}

/** The last step of an answer as oneself: whose it is, if they like. */
export function lastSelfPage({ door, submitId, given, typed, isEmailFaulty }: LastSelfPage): string {
  const { say } = wordsIn(door.language);
  const emailFault = isEmailFaulty ? say('pass.fault_email') : null;
  const body = html`${selfHeader(door)}
<main><h2 class="wording">${say('self.you')}</h2><p class="intro">${say('self.you_after')}</p>
<form method="post" novalidate><input type="hidden" name="submit_id" value="${submitId}"><input type="hidden" name="lang" value="${door.language}">
${[...given].flatMap(([field, values]) => values.map((value) => html`<input type="hidden" name="${field}" value="${value}">`))}
${lineField({ name: 'said_name', label: say('self.name'), value: typed.name, fault: null, autocomplete: 'name' })}
${lineField({ name: 'said_email', label: say('self.email'), value: typed.email, fault: emailFault, kind: 'email', autocomplete: 'email' })}
<button name="self" value="send">${say('self.send')}</button></form></main>`;
  return ownPage(door.language, 'self.title', body);
}

export function selfKeptPage(door: RespondentDoor, isFull: boolean): string {
  const { say } = wordsIn(door.language);
  const id = isFull ? 'full' : 'done';
  return endPage(door, 'self.title', { heading: say(`self.${id}`), after: say(`self.${id}_after`) });
}

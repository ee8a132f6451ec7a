import type { Persona } from '#app/persona/persona.ts';
import { type Html, html } from '#app/platform/html.ts';
import type { Correction } from '#app/programme/correction/correction.ts';
import { wordsIn } from '#app/survey/words/words.ts';
import type { RespondentDoor, RoleDoubt } from '../respondent-door.ts';
import { firstName } from '../respondent-page.ts';
import { ownPage, sealed, told, wroteTo } from './who-frame.ts';

/** Who is asked for their role. */
export type Spoken = Pick<
  RespondentDoor,
  'language' | 'workspaceName' | 'personName' | 'accountName' | 'persona'
>;

export interface RolePage {
  door: Spoken;
  /** The open personas, in lane order. */
  personas: readonly Persona[];
  path: string;
  /** Where the form goes, in words of its own: a script takes the number tapped in the mail out of the address. */
  to: string;
  shown: string;
  /** Why the role is asked for before any question; null where it is not. */
  needsRole: RoleDoubt | null;
  /** What they said after they had answered. */
  changed: Correction | null;
  /** What was chosen and written, as it came. */
  typed: { who: string; words: string };
  fault: 'choose' | 'again' | null;
  /** Only the role is asked for: nothing leads to answering in another's place. */
  roleAlone?: true;
}

/** Where somebody says which role they hold, or that they are somebody else. Nothing is preselected. */
export function rolePage(page: RolePage): string {
  const { door, path, shown, fault } = page;
  const { say } = wordsIn(door.language);
  const name = firstName(door);
  const body = html`${wroteTo(door)}
<main>
${page.changed ? changedLine(page, page.changed) : null}
<form method="post" action="${page.to}" novalidate>${sealed(shown)}
${told(fault && say(`who.${fault}`))}
${roleQuestion(page)}
<button name="intent" value="role">${say('who.on')}</button></form>
${page.needsRole === 'named' || page.roleAlone ? null : notMe(path, door.language, name)}
</main>`;
  return ownPage(door.language, 'who.title', body);
}

function roleQuestion(page: RolePage): Html {
  const { door, typed } = page;
  const { say } = wordsIn(door.language);
  const account = door.accountName;
  const known = inOrder(page).map((persona) => ({
    value: personaValue(persona.id),
    label: labelOf(page, persona),
    help: persona.definition,
  }));
  const choices = [
    ...known,
    { value: 'none', label: say('who.none'), help: '' },
    { value: 'left', label: say('who.left', { account }), help: '' },
  ];
  return html`<fieldset class="q"><legend>${legendOf(page)}</legend><div class="opts">
${choices.map((choice) => html`${option('who', choice, typed.who === choice.value)}${choice.value === 'none' ? wordsLine(typed.words, say('who.words')) : null}`)}
</div></fieldset>`;
}

function legendOf({ door, needsRole }: RolePage): Html {
  const { rich } = wordsIn(door.language);
  const names = { name: firstName(door), persona: door.persona.name, account: door.accountName };
  if (needsRole === 'named') return rich('who.passed', names);
  return rich(needsRole === 'stale' ? 'who.still_asked' : 'who.legend', names);
}

/** Whether they still hold a role is answered with a yes first of all. */
function inOrder({ door, personas, needsRole }: RolePage): readonly Persona[] {
  if (needsRole !== 'stale') return personas;
  const isAsked = ({ id }: Persona) => id === door.persona.id;
  return [...personas.filter(isAsked), ...personas.filter((persona) => !isAsked(persona))];
}

/** Before they have said anything there is neither a “still” nor a “now”. */
function labelOf({ door, needsRole }: RolePage, { id, name }: Persona): string {
  const { say } = wordsIn(door.language);
  if (needsRole === 'named') return name;
  if (needsRole === 'stale' && id === door.persona.id) return say('who.yes');
  return say(id === door.persona.id ? 'who.still' : 'who.now', { persona: name });
}

/** A persona as the form sends it: apart from the words that stand beside it, whatever a persona is called. */
export function personaValue(id: string): string {
  return `persona:${id}`;
}

/** One choice of several, with what it means under it. */
export function option(
  field: string,
  { value, label, help }: { value: string; label: string; help: string },
  isChosen: boolean,
): Html {
  return html`<label class="opt"><input type="radio" name="${field}" value="${value}"${isChosen ? html` checked` : null}><span>${help === '' ? label : html`<b>${label}</b><br>${help}`}</span></label>`;
}

function wordsLine(typed: string, label: string): Html {
  return html`<p class="help"><label for="words">${label}</label></p><input class="line other" id="words" name="words" value="${typed}" maxlength="300" autocomplete="off">`;
}

function notMe(path: string, language: string, name: string): Html {
  const { say, rich } = wordsIn(language);
  return html`<section class="why"><h2 class="wording">${rich('who.not_me', { name })}</h2>
<form action="${path}"><button class="back" name="step" value="colleague">${say('who.pass')}</button><button class="back" name="step" value="self">${say('who.self')}</button></form></section>`;
}

/** An answer stays under the role it was given in, and the page says which that was (case 33). */
function changedLine({ door, personas }: RolePage, { said, toPersonaId }: Correction): Html | null {
  const { rich } = wordsIn(door.language);
  const from = door.persona.name;
  const to = personas.find(({ id }) => id === toPersonaId)?.name;
  if (said === 'still' || (said === 'other' && !to)) return null;
  return html`<p class="note" role="status">${rich(`changed.${said}`, { from, to: to ?? '', account: door.accountName })}</p>`;
}

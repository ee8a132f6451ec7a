import { html } from '#app/platform/html.ts';
import type { PassingFaults } from '#app/programme/referral/passing-faults.ts';
import { wordsIn } from '#app/survey/words/words.ts';
import type { RespondentDoor } from '../respondent-door.ts';
import { endPage, lineField, ownPage, sealed, told, wroteTo } from './who-frame.ts';

export interface PassPage {
  door: RespondentDoor;
  path: string;
  shown: string;
  typed: { name: string; email: string };
  faults: PassingFaults;
  /** The press looked like a machine's. */
  isDoubted: boolean;
}

export const NO_FAULTS: PassingFaults = { name: false, email: null };

const EMAIL_FAULTS = { unreadable: 'pass.fault_email', own: 'pass.fault_own' } as const;

/** A name and an address, and no place for words: nobody writes to a stranger in the sender's name. */
export function passPage({ door, path, shown, typed, faults, isDoubted }: PassPage): string {
  const { say } = wordsIn(door.language);
  const nameFault = faults.name ? say('pass.fault_name') : null;
  const emailFault = faults.email ? say(EMAIL_FAULTS[faults.email]) : null;
  const body = html`${wroteTo(door)}
<main><h2 class="wording">${say('pass.heading')}</h2><p class="intro">${say('pass.after')}</p>
<form method="post" novalidate>${sealed(shown)}
${told(isDoubted ? say('who.again') : null)}
${lineField({ name: 'name', label: say('pass.name'), value: typed.name, fault: nameFault })}
${lineField({ name: 'email', label: say('pass.email'), value: typed.email, fault: emailFault, kind: 'email' })}
<button name="intent" value="pass">${say('pass.send')}</button></form>
<form action="${path}"><button class="back">${say('who.back')}</button></form></main>`;
  return ownPage(door.language, 'pass.title', body);
}

/** The same for everybody: whether a colleague is known, or on a list, is not told. */
export function passedPage(door: RespondentDoor, isSecond: boolean): string {
  const { say } = wordsIn(door.language);
  const id = isSecond ? 'before' : 'done';
  const words = { heading: say(`pass.${id}`), after: say(`pass.${id}_after`) };
  return endPage(door, 'pass.title', words);
}

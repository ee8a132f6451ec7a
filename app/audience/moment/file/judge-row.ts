import { inSentence, type Persona } from '#app/persona/persona.ts';
import type { Account } from '../../account.ts';
import { readEmail } from '../../import/email-address.ts';
import type { Moment } from '../moment.ts';
import { isPast, MOST_SOURCE, type NewTouch } from '../touch/touch.ts';
import { readAt } from './read-at.ts';
import type { TouchRow } from './touch-file.ts';

/** Whom and what the rows of a file mean. */
export interface TouchBook {
  personOf(email: string): { id: string; name: string } | null;
  accountsOf(name: string): Account[];
  personaOf(name: string): Persona | null;
  momentOf(personaId: string, name: string): Moment | null;
  holds(personId: string, accountId: string, personaId: string): boolean;
}

export type JudgedRow = { kind: 'touch'; touch: NewTouch } | { kind: 'set_aside'; reason: string };

/** What one row says, or why somebody has to look at it. Nothing is guessed and nobody is added. */
export function judgeRow(
  { said }: TouchRow,
  book: TouchBook,
  clock: { zone: string; now: number },
): JudgedRow {
  const email = readEmail(said['e-mail']);
  if (email.kind === 'blank') return aside('There is no e-mail address.');
  if (email.kind === 'refused') return aside(email.reason.sentence);
  const person = book.personOf(said['e-mail']);
  if (!person) return aside(`Nobody here has the address ${email.address}. Bring the person in first.`);
  const [account, another] = book.accountsOf(said.account);
  if (!account) return aside(`There is no account called “${said.account}”.`);
  if (another) return aside(`Several accounts are called “${said.account}”. Write the id from your CRM.`);
  const persona = book.personaOf(said.persona);
  if (!persona) return aside(`“${said.persona}” is no persona here. Name exactly one.`);
  const moment = book.momentOf(persona.id, said.moment);
  if (!moment) return aside(`${persona.plural} have no moment called “${said.moment}”.`);
  if (!book.holds(person.id, account.id, persona.id))
    return aside(`${person.name} has never been known as ${inSentence(persona.name)} at ${account.name}.`);
  const at = readAt(said.at, clock.zone);
  if (at === null) return aside(`“${said.at}” is no day or time such as 2027-03-04 or 2027-03-04 09:30.`);
  if (!isPast(at, clock.now)) return aside(`${said.at} is still to come, or too long ago to be true.`);
  const { source } = said;
  if (source === '') return aside('Say where it was seen: the source is empty.');
  if (source.length > MOST_SOURCE) return aside(`The source is longer than ${MOST_SOURCE} characters.`);
  const ids = { personId: person.id, accountId: account.id, personaId: persona.id, momentId: moment.id };
  return { kind: 'touch', touch: { ...ids, at, source, externalId: null } };
}

function aside(reason: string): JudgedRow {
  return { kind: 'set_aside', reason };
}

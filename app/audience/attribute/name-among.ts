import { nameKey } from '../keys.ts';
import { ABOUT_WORDS, type About, type Attribute, MOST } from './attribute.ts';
import { judgeName, type RefusedCode } from './attribute-name.ts';

export interface Naming {
  /** The attribute that gets the name; null for a new one. */
  id: string | null;
  about: About;
  name: string;
}

export type NamedAttribute =
  | { kind: 'named'; name: string }
  /** With a code where the name is one that no attribute may have. */
  | { kind: 'not_named'; code: RefusedCode | null; message: string };

/** Whether an attribute can have this name beside those that are there, and room for a new one. */
export function nameAmong(all: readonly Attribute[], { id, about, name: text }: Naming): NamedAttribute {
  const judged = judgeName(about, text);
  if (judged.kind === 'unfit') return notNamed(judged.sentence);
  if (judged.kind === 'refused') return { kind: 'not_named', code: judged.code, message: judged.sentence };
  const known = all.filter((one) => one.about === about);
  const key = nameKey(judged.name);
  if (known.some((one) => one.id !== id && nameKey(one.name) === key))
    return notNamed(`There is an attribute of ${ABOUT_WORDS[about]} called ${judged.name} already.`);
  if (id === null && known.length >= MOST.each)
    return notNamed(`There are ${MOST.each} attributes of ${ABOUT_WORDS[about]} already. Delete one first.`);
  return { kind: 'named', name: judged.name };
}

function notNamed(message: string): NamedAttribute {
  return { kind: 'not_named', code: null, message };
}

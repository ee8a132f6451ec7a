import { oneLine } from '../import/cell-text.ts';
import { nameKey } from '../keys.ts';

/** Whom an attribute tells something about. One of an account holds for everyone there. */
export const ABOUT = ['person', 'account'] as const;
export type About = (typeof ABOUT)[number];

export const ABOUT_WORDS = {
  person: 'people',
  account: 'accounts',
} as const satisfies Record<About, string>;

/** What a workspace itself wants to know, under a name of its own, such as Region. */
export interface Attribute {
  id: string;
  about: About;
  name: string;
}

/** Characters of a name and of a value; attributes about people, and about accounts, of one workspace. */
export const MOST = { name: 40, value: 100, each: 20 } as const;

export interface AttributeValue {
  attributeId: string;
  value: string;
  /** Two spellings of one value share it. */
  key: string;
}

/** A value and who has it: a person or an account. */
export interface HeldValue extends AttributeValue {
  holderId: string;
}

export type ReadValue = { kind: 'value'; value: string; key: string } | { kind: 'empty' } | { kind: 'unfit' };

/** A value as somebody typed it. `unfit`: too long, or no text at all. */
export function readValue(text: string): ReadValue {
  const value = oneLine(text);
  if (value === '') return { kind: 'empty' };
  if (value.length > MOST.value || value.includes('\0')) return { kind: 'unfit' };
  return { kind: 'value', value, key: nameKey(value) };
}

export const UNFIT_VALUE = `Write at most ${MOST.value} characters.`;

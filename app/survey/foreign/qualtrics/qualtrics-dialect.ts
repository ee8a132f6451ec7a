import type { Dialect, Texts } from '../element.ts';
import { mark } from '../marks.ts';
import { isLoose, type Loose, own, textAt } from '../own.ts';

/** Facts of a contact that are known here too. */
const FACTS: ReadonlyMap<string, string> = new Map([
  ['m://FirstName', 'person.first_name'],
  ['m://Name', 'person.name'],
]);

/** A text at its place in the question, and at the same place under each language of `Language`. */
function textsAt(raw: Loose, path: string): Texts {
  const languages = own(raw, 'Language');
  const others = isLoose(languages)
    ? Object.keys(languages).flatMap((name) => {
        const text = textAt(languages[name], path);
        return text === '' ? [] : [[name, text] as const];
      })
    : [];
  return new Map([['', textAt(raw, path)], ...others]);
}

const ORDERS: Readonly<Record<string, string>> = { Choices: 'ChoiceOrder', Answers: 'AnswerOrder' };

/** Choices are an object by number, or a list that counts from 0; their order stands beside them. */
function idsIn(raw: Loose, path: string): string[] {
  const members = own(raw, path);
  if (typeof members !== 'object' || members === null) return [];
  const order = Object.hasOwn(ORDERS, path) ? own(raw, ORDERS[path]!) : undefined;
  const listed = (Array.isArray(order) ? order : isLoose(order) ? Object.values(order) : []).map(String);
  const known = listed.filter((id) => Object.hasOwn(members, id));
  return known.length > 0 ? known : Object.keys(members);
}

export const QUALTRICS_DIALECT: Dialect = {
  texts: textsAt,
  lines: (raw, path) =>
    idsIn(raw, path)
      .slice(0, 2000)
      .map((id) => ({ theirs: id, texts: textsAt(raw, `${path}.${id}.Display`) })),
  /** `${q://QID1/ChoiceGroup/SelectedChoices}`, `${m://FirstName}`, `${e://Field/tier}`. */
  mark: (text) =>
    text.replace(/\$\{([a-z]+:\/\/[^{}]{1,200})\}/gi, (_, locator: string) => {
      const question = /^q:\/\/(QID\d+)/.exec(locator)?.[1];
      return mark(question ?? FACTS.get(locator) ?? locator);
    }),
};

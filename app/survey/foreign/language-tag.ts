import { readTag } from '../translation/language.ts';

/** Names of Qualtrics that are no tags of their own. */
const OWN_NAMES: ReadonlyMap<string, string> = new Map([
  ['ZH-S', 'zh-Hans'],
  ['ZH-T', 'zh-Hant'],
]);

/** A language of theirs by its BCP 47 tag: `EN` is `en`, `pt-br` is `pt-BR`; null for what is no language. */
export function languageTag(name: string): string | null {
  return readTag(OWN_NAMES.get(name.toUpperCase()) ?? name);
}

import type { TextEntry } from './text-entry.ts';
import { XliffUnit } from './xliff-unit.ts';

/** 2.1 has the namespace of 2.0; 2.2 has one of its own and the same core. */
const NAMESPACES = new Set([
  'urn:oasis:names:tc:xliff:document:2.0',
  'urn:oasis:names:tc:xliff:document:2.2',
]);
const OLD_NAMESPACE = 'urn:oasis:names:tc:xliff:document:1.2';

export type Attribute = (name: string) => string | undefined;

/** Gathers the units of one survey while the file is read; what XLIFF or its modules have besides is passed over. */
export class XliffReader {
  readonly entries: TextEntry[] = [];
  root: { version: string; target: string } | null = null;
  foundSurvey = false;
  readonly #survey: string;
  /** The names of the elements around the present one; another namespace's are blank. */
  readonly #path: string[] = [];
  #isOurs = false;
  #unit: XliffUnit | null = null;

  constructor(survey: string) {
    this.#survey = survey;
  }

  open(uri: string, local: string, attribute: Attribute): void {
    const around = this.#path.at(-1);
    const name = NAMESPACES.has(uri) ? local : '';
    this.#path.push(name);
    if (this.#path.length === 1) this.#openRoot(uri, local, attribute);
    else if (name === 'file' && around === 'xliff') this.#openFile(attribute);
    else if (name === 'unit' && this.#isOurs && (around === 'file' || around === 'group'))
      this.#unit = new XliffUnit(attribute('id') ?? '');
    else this.#unit?.open(name, around ?? '', attribute);
  }

  text(piece: string): void {
    this.#unit?.text(piece);
  }

  close(): void {
    const name = this.#path.pop();
    if (name === 'unit' && this.#unit && !this.#path.includes('unit')) {
      this.entries.push(this.#unit.entry());
      this.#unit = null;
    } else this.#unit?.close(name ?? '');
  }

  #openRoot(uri: string, local: string, attribute: Attribute): void {
    if (local !== 'xliff' || !(NAMESPACES.has(uri) || uri === OLD_NAMESPACE)) return;
    this.root = { version: attribute('version') ?? '', target: attribute('trgLang') ?? '' };
  }

  #openFile(attribute: Attribute): void {
    this.#isOurs = attribute('id') === this.#survey;
    if (this.#isOurs) this.foundSurvey = true;
  }
}

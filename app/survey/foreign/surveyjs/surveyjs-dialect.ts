import type { Dialect, Texts } from '../element.ts';
import { mark } from '../marks.ts';
import { isLoose, type Loose, listOf, own, textAt } from '../own.ts';

/**
 * A text of SurveyJS: plain, or an object of languages. Its `default` is the survey's own, unless the survey has a
 * language and says the text in it too: then it is English, which the product starts from.
 */
export function localised(value: unknown, ownTag: string): Texts {
  if (typeof value === 'string' || typeof value === 'number') return new Map([['', String(value)]]);
  if (!isLoose(value)) return new Map();
  const hasOwn = ownTag !== '' && typeof own(value, ownTag) === 'string';
  const texts = Object.keys(value).flatMap((name) => {
    const text = value[name];
    if (typeof text !== 'string') return [];
    if (name === ownTag) return [['', text] as const];
    return [[name === 'default' ? (hasOwn ? 'en' : '') : name, text] as const];
  });
  return new Map(texts.some(([name]) => name === '') ? texts : [['', texts[0]?.[1] ?? ''], ...texts]);
}

/** Something in braces may be an earlier answer, or braces: only a known name is filled in. */
export function surveyJsDialect(ownTag: string, names: ReadonlySet<string>): Dialect {
  const texts = (raw: Loose, path: string) => localised(own(raw, path), ownTag);
  return {
    texts,
    lines: (raw, path) =>
      listOf(own(raw, path)).flatMap((item) => {
        if (typeof item === 'string' && item.includes('|')) return [shortItem(item)];
        const theirs = isLoose(item) ? itemValue(item) : plain(item);
        if (theirs === '') return [];
        const label = isLoose(item)
          ? localised(own(item, 'text') ?? own(item, 'title'), ownTag)
          : new Map<string, string>();
        return [{ theirs, texts: label.size > 0 ? label : new Map([['', theirs]]) }];
      }),
    mark: (text) =>
      text.replace(/\{([^{}]{1,200})\}/g, (whole, name: string) => {
        const [base = ''] = name.trim().split(/[.[]/, 1);
        return names.has(name.trim()) ? mark(name.trim()) : names.has(base) ? mark(base) : whole;
      }),
  };
}

function itemValue(item: Loose): string {
  return textAt(item, 'value') || (own(item, 'value') === true ? 'true' : textAt(item, 'name'));
}

/** `low|Too low`: a value and its text in one, as older files have it. */
function shortItem(item: string): { theirs: string; texts: Texts } {
  const bar = item.indexOf('|');
  return { theirs: item.slice(0, bar), texts: new Map([['', item.slice(bar + 1)]]) };
}

function plain(item: unknown): string {
  return typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean'
    ? String(item)
    : '';
}

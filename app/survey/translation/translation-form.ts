import type { TypedText } from './merge-typed.ts';

/**
 * What the page of a language sends. Its fields, each followed by the place: `text.` what was typed, `seen.` what stood
 * there when the page was made, `ok.` that an old translation still holds, `over.` what somebody else wrote there and
 * was looked at before writing over it.
 */
export function readTypedTexts(form: FormData): TypedText[] {
  return [...form.keys()]
    .filter((name) => name.startsWith('text.'))
    .map((name) => name.slice('text.'.length))
    .map((place) => ({
      place,
      text: textOf(form, `text.${place}`),
      seen: textOf(form, `over.${place}`) || textOf(form, `seen.${place}`),
      stillRight: form.has(`ok.${place}`),
    }));
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

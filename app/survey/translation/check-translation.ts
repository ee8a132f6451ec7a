import { pipesIn } from '../logic/piping.ts';
import { LONGEST_TRANSLATION } from './kept-text.ts';

// Tabs and line ends are text; the rest of the control characters no XML file can carry.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_TEXT = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/**
 * What keeps a translation from being taken, as a sentence; null for none. It must name the same placeholders as the
 * original, each as often as it likes, and give each something to say where the original does.
 */
export function checkTranslation(original: string, text: string): string | null {
  if (text.length > LONGEST_TRANSLATION) return `Keep it under ${LONGEST_TRANSLATION} characters.`;
  if (NOT_TEXT.test(text) || !text.isWellFormed())
    return 'This holds a character that cannot be kept. Please write it without.';
  return checkPlaceholders(original, text);
}

export function checkPlaceholders(original: string, text: string): string | null {
  const [asked, given] = [pipesIn(original), pipesIn(text)];
  const lost = asked.find(({ name }) => !given.some((pipe) => pipe.name === name));
  if (lost) return `Put ${sayPipe(lost)} where it belongs in this language.`;
  const foreign = given.find(({ name }) => !asked.some((pipe) => pipe.name === name));
  if (foreign) return `Take out {{${foreign.name}}}: the original has no such placeholder.`;
  const bare = given.find(
    ({ name, fallback }) => fallback === null && asked.some((pipe) => pipe.name === name && pipe.fallback),
  );
  return bare ? `Say after a bar what stands there when nothing is known: {{${bare.name}|…}}.` : null;
}

function sayPipe({ name, fallback }: { name: string; fallback: string | null }): string {
  return fallback === null ? `{{${name}}}` : `{{${name}|${fallback}}}`;
}

/** Says that a translation is longer than its place was made for; it is kept all the same. */
export function sayTooLong(text: string, room: number): string | null {
  return text.length <= room
    ? null
    : `${text.length} characters; its place was made for ${room}. Look at it in the preview.`;
}

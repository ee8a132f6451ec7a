import { pipesIn } from '../../logic/piping.ts';
import { type KeptText, type KeptTexts, keptAt } from '../kept-text.ts';
import { directionOf } from '../language.ts';
import type { Original } from '../original.ts';
import { stateOf } from '../progress.ts';
import { escapeNote, writeAttributes, writeInline } from './xliff-codes.ts';

/** The namespace of XLIFF 2.0 and 2.1 (OASIS, 5 August 2014 and 13 February 2018). */
export const XLIFF_NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.0';

export interface XliffFile {
  /** The slug of the survey: a file of another survey is not taken back. */
  survey: string;
  name: string;
  source: string;
  target: string;
  originals: readonly Original[];
  texts: KeptTexts;
}

/**
 * The texts of a survey as XLIFF 2.0, one unit per place, its id the place. A text whose original changed goes out as
 * `initial` with its old translation, so that whoever takes it up looks at it again.
 */
export function writeXliff(file: XliffFile): string {
  const { survey, name, source, target, originals, texts } = file;
  const root = { xmlns: XLIFF_NAMESPACE, version: '2.0', srcLang: source, trgLang: target };
  const ofFile = {
    ...{ id: survey, original: name, canResegment: 'no', 'xml:space': 'preserve' },
    ...{ srcDir: directionOf(source), trgDir: directionOf(target) },
  };
  const units = originals.map((original) => writeUnit(original, keptAt(texts, original.place)));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff${writeAttributes(root)}>`,
    `  <file${writeAttributes(ofFile)}>`,
    ...units,
    '  </file>',
    '</xliff>',
    '',
  ].join('\n');
}

function writeUnit(original: Original, kept: KeptText | undefined): string {
  const { place, text } = original;
  const target = kept ? `<target>${writeInline(kept.text, text)}</target>` : '';
  return [
    `    <unit${writeAttributes({ id: place })}>`,
    '      <notes>',
    ...notesOf(original, kept).map(
      ([category, note]) => `        <note${writeAttributes({ category })}>${escapeNote(note)}</note>`,
    ),
    '      </notes>',
    `      <segment${writeAttributes({ state: xliffState(text, kept) })}>`,
    `        <source>${writeInline(text, text)}</source>${target}`,
    '      </segment>',
    '    </unit>',
  ].join('\n');
}

const ROLES = {
  question: 'A question that the respondent answers.',
  label: 'A label beside something to choose.',
  prose: 'Running text.',
} as const satisfies Record<Original['role'], string>;

function notesOf({ where, role, room, text }: Original, kept: KeptText | undefined): [string, string][] {
  const isStale = kept !== undefined && stateOf(text, kept) === 'stale';
  return [
    ['context', where],
    ['role', ROLES[role]],
    ['length', `Up to ${room} characters.`],
    ...(pipesIn(text).length > 0
      ? ([['placeholders', 'Keep every placeholder. Translate the words inside one.']] as [string, string][])
      : []),
    ...(isStale ? ([['changed', sayChanged(kept.of)]] as [string, string][]) : []),
  ];
}

function sayChanged(before: string): string {
  return before === ''
    ? 'The original changed since this was translated.'
    : `The original changed since this was translated. It read: ${before}`;
}

function xliffState(original: string, kept: KeptText | undefined): string {
  return kept && stateOf(original, kept) === 'translated' ? (kept.seal ?? 'translated') : 'initial';
}

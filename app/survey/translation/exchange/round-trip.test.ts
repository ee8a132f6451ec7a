import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pipesIn } from '../../logic/piping.ts';
import { checkTranslation } from '../check-translation.ts';
import { type KeptTexts, tidy } from '../kept-text.ts';
import type { Original } from '../original.ts';
import { planEntries } from './plan-entries.ts';
import { readXliff } from './read-xliff.ts';
import type { ReadEntries } from './text-entry.ts';
import { readTranslationCsv, writeTranslationCsv } from './translation-csv.ts';
import { writeXliff } from './write-xliff.ts';

const SURVEY = 'sur_01k0000000000000000000000a';
const SOURCE = { survey: SURVEY, name: 'For buyers', source: 'en', target: 'ar' };

/** Pieces that have broken files before: markup, formulas, line ends, right-to-left, wide letters, halves of letters. */
const PIECES = [
  ...[
    '<b>&amp;</b>',
    ']]>',
    '<!--',
    '"',
    "'",
    '\\',
    ',',
    ';',
    '\t',
    '\n',
    '\r\n',
    '\r',
    '=1+1',
    '@x',
    '-',
    '+',
    '|',
  ],
  ...[
    '{{',
    '}}',
    '{{|}}',
    '{{x',
    'مرحبا',
    '\u200f',
    '\u202e',
    '日本語',
    '한국어',
    '𠮷',
    '👩🏽‍💻',
    'e\u0301',
    '\u00a0',
    '\u2028',
  ],
  ...[
    '\0',
    '\u0007',
    '\u001b',
    '\ufffe',
    '\uffff',
    '\ud83d',
    '\udc00',
    '\ufeff',
    '&#0;',
    '<cp hex="0000"/>',
    '""',
  ],
];
const PLACEHOLDERS = [
  ...[
    '{{account.name}}',
    '{{account.name|your company}}',
    '{{ person.name | you }}',
    '{{q2|<that> & "this"}}',
  ],
  ...['{{q2|日本}}', '{{odd"name}}', '{{\u0001}}', '{{a\nb|c\td}}', '{{q1|}}', '{{|x}}'],
];
const text = fc
  .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom(...PIECES, ...PLACEHOLDERS)), {
    maxLength: 6,
  })
  .map((pieces) => pieces.join('').trim())
  .filter((one) => one !== '');

/** Originals as anybody can write them, and translations as this product keeps them. */
const sample = fc
  .uniqueArray(fc.record({ original: text, translation: text, isStale: fc.boolean() }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((rows) => {
    const originals = rows.map(
      ({ original }, index): Original => ({
        ...{ place: `q${index}.wording`, text: original, role: 'question', where: 'Question', room: 500 },
      }),
    );
    const texts: KeptTexts = Object.fromEntries(
      rows.flatMap(({ original, translation, isStale }, index) => {
        // Every placeholder of the original, the last one first and the first one twice.
        const pipes = pipesIn(original).map(({ start, end }) => original.slice(start, end));
        const kept = tidy([...pipes.toReversed(), translation, ...pipes.slice(0, 1)].join(' '));
        const of = isStale ? '' : original;
        const canBeKept = kept !== '' && checkTranslation(original, kept) === null;
        return canBeKept ? [[`q${index}.wording`, { text: kept, of }]] : [];
      }),
    );
    return { originals, texts };
  });

function entriesOf(read: ReadEntries) {
  if (read.kind === 'refused') throw new Error(read.sentence);
  return read.entries;
}
const textsOf = (texts: KeptTexts) => Object.entries(texts).map(([place, kept]) => [place, kept.text]);

describe('what was exported and comes back untouched', () => {
  it('gives the same texts and the same originals by XLIFF, and changes nothing', () => {
    fc.assert(
      fc.property(sample, ({ originals, texts }) => {
        const read = entriesOf(readXliff(writeXliff({ ...SOURCE, originals, texts }), SOURCE));
        const fresh = planEntries(originals, {}, read);
        expect(textsOf(fresh.texts)).toEqual(textsOf(texts));
        expect(fresh.report).toMatchObject({ refused: [], stale: [], unknown: [] });
        // An original may hold the carriage returns that a translation never does.
        expect(read.map(({ original }) => original)).toEqual(originals.map((one) => one.text));
        const again = planEntries(originals, texts, read);
        expect(again.texts).toEqual(texts);
        expect(again.report).toMatchObject({ taken: 0, unchanged: Object.keys(texts).length });
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same texts by CSV, and changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(sample, async ({ originals, texts }) => {
        const csv = new TextEncoder().encode(writeTranslationCsv(SOURCE, originals, texts));
        const read = entriesOf(await readTranslationCsv(csv, 'ar'));
        const fresh = planEntries(originals, {}, read);
        expect(textsOf(fresh.texts)).toEqual(textsOf(texts));
        expect(planEntries(originals, texts, read).report).toMatchObject({
          taken: 0,
          unchanged: Object.keys(texts).length,
          refused: [],
        });
      }),
      { numRuns: 300 },
    );
  });
});

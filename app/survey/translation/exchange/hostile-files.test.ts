import { describe, expect, it } from 'vitest';
import type { Original } from '../original.ts';
import { planEntries } from './plan-entries.ts';
import { MOST_BYTES } from './text-entry.ts';
import { readTranslationFile } from './translation-file.ts';
import { writeXliff } from './write-xliff.ts';

const EXPECTED = { survey: 'sur_a', target: 'de' };
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (file: string | Uint8Array) =>
  readTranslationFile(typeof file === 'string' ? bytes(file) : file, EXPECTED);

/** A file as a translator's program gives it back, with these units. */
const xliff = (units: string, root = 'version="2.0" srcLang="en" trgLang="de"', file = 'id="sur_a"') =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" ${root}><file ${file}>${units}</file></xliff>`;
const unit = (place: string, inside: string) => `<unit id="${place}">${inside}</unit>`;
const segment = (source: string, target: string, state = 'translated') =>
  `<segment state="${state}"><source>${source}</source><target>${target}</target></segment>`;

async function entriesOf(file: string) {
  const found = await read(file);
  if (found.kind === 'refused') throw new Error(found.sentence);
  return found.entries;
}

describe('a file that means harm', () => {
  const bomb = Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join(
    '',
  );
  const harmful: [string, string, string][] = [
    ['that multiplies entities', `<!DOCTYPE x [<!ENTITY a0 "ha">${bomb}]>${xliff('&a9;')}`, 'DOCTYPE'],
    ['that reads a file of the server', `<!DOCTYPE x SYSTEM "file:///etc/passwd">${xliff('')}`, 'DOCTYPE'],
    [
      'that asks another server',
      `<!DOCTYPE x [<!ENTITY % e SYSTEM "http://127.0.0.1:1/">%e;]>${xliff('')}`,
      'DOCTYPE',
    ],
    ['with an entity that nobody declared', xliff(unit('q1', segment('a', '&evil;'))), 'line 1'],
    ['that is nested without end', xliff('<group id="g">'.repeat(50_000)), 'nested deeper'],
    ['in more pieces than any survey', xliff('<unit id="x"/>'.repeat(100_001)), 'in more pieces'],
    ['that ends too early', xliff(unit('q1', '<segment>')).slice(0, -30), 'not XML'],
    ['with two roots', `${xliff('')}${xliff('')}`, 'not XML'],
    ['larger than 2 MB', `${xliff('')}${' '.repeat(MOST_BYTES)}`, 'larger than 2 MB'],
  ];

  it.each(harmful)('%s is refused in words, and soon', async (_, file, sentence) => {
    const start = performance.now();
    expect(await read(file)).toMatchObject({
      kind: 'refused',
      sentence: expect.stringContaining(sentence),
    });
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('cannot name a place that is part of every object', async () => {
    const entries = await entriesOf(
      xliff(['__proto__', 'constructor'].map((place) => unit(place, segment('a', 'b'))).join('')),
    );
    const { report, texts } = planEntries([], {}, entries);
    expect(report.unknown).toEqual(['__proto__', 'constructor']);
    expect(Object.keys(texts)).toEqual([]);
  });
});

describe('a file that does not belong here', () => {
  const strange: [string, string | Uint8Array, string][] = [
    ['nothing', '', 'Choose the file'],
    ['another survey’s', xliff('', undefined, 'id="sur_b"'), 'another survey'],
    ['another language’s', xliff('', 'version="2.0" srcLang="en" trgLang="fr"'), 'The file is in French'],
    ['XLIFF 1.2', '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>', 'XLIFF 1.2'],
    ['some other XML', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'no XLIFF file'],
    ['in an old encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><xliff/>', 'not in UTF-8'],
    ['not even in UTF-8', Uint8Array.from([0x3c, 0x61, 0xff, 0x3e]), 'not in UTF-8'],
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'Excel workbook'],
    ['a CSV without our columns', 'a,b\r\n1,2\r\n', 'Place, Original and Translation'],
    ['a CSV in another language', 'Place,Original (en),Translation (fr)\r\n', 'The file is in French'],
    ['a CSV with an open quote', 'Place,Original,Translation\r\nq1,"a,b\r\n', 'never closed'],
  ];
  it.each(strange)('%s is refused', async (_, file, sentence) => {
    expect(await read(file)).toMatchObject({ kind: 'refused', sentence: expect.stringContaining(sentence) });
  });
});

describe('what a translator’s program makes of a file', () => {
  const ASKED = 'Does {{account.name|your company}} pay {{q2}}?';
  const original: Original = { place: 'q1', text: ASKED, role: 'question', where: 'Question 1', room: 500 };
  const SOURCE =
    'Does <pc id="1" equivStart="{{account.name|" equivEnd="}}">your company</pc> pay <ph id="2" equiv="{{q2}}"/>?';
  const back = async (file: string) => planEntries([original], {}, await entriesOf(file));

  it.each([
    [
      'keeps the codes',
      'Zahlt <pc id="1" equivStart="{{account.name|" equivEnd="}}">Ihre Firma</pc> <ph id="2" equiv="{{q2}}"/>?',
    ],
    ['drops what the codes stand for', 'Zahlt <pc id="1">Ihre Firma</pc> <ph id="2"/>?'],
    ['splits a code in two', 'Zahlt <sc id="1"/>Ihre Firma<ec startRef="1"/> <ph id="2"/>?'],
    [
      'marks words',
      'Zahlt <mrk id="m1" type="term"><pc id="1">Ihre Firma</pc></mrk> <sm id="m2"/><ph id="2"/><em startRef="m2"/>?',
    ],
    ['writes in sections', '<![CDATA[Zahlt ]]><pc id="1">Ihre <!-- sic -->Firma</pc> <ph id="2"/>?'],
    ['writes the placeholders out', 'Zahlt {{account.name|Ihre Firma}} {{q2}}?'],
  ])('%s: the placeholders are back', async (_, target) => {
    const { texts, report } = await back(xliff(unit('q1', segment(SOURCE, target))));
    expect(texts.q1).toEqual({ text: 'Zahlt {{account.name|Ihre Firma}} {{q2}}?', of: ASKED });
    expect(report).toMatchObject({ taken: 1, refused: [], stale: [] });
  });

  it('loses a placeholder: the place is named, and not taken', async () => {
    const { texts, report } = await back(xliff(unit('q1', segment(SOURCE, 'Zahlt <ph id="2"/>?'))));
    expect(texts).toEqual({});
    expect(report.refused).toMatchObject([
      { place: 'q1', sentence: expect.stringContaining('{{account.name') },
    ]);
  });

  it('splits a unit in segments and moves them: they are joined in the translation’s order', async () => {
    const parts = [
      '<segment state="translated"><source>One. </source><target order="3">Eins.</target></segment>',
      '<ignorable><source> </source></ignorable>',
      '<segment state="final"><source>Two.</source><target order="1">Zwei.</target></segment>',
    ];
    const [entry] = await entriesOf(xliff(unit('q1', parts.join(''))));
    expect(entry).toEqual({
      place: 'q1',
      original: 'One.  Two.',
      text: 'Zwei. Eins.',
      isDone: true,
      seal: null,
    });
  });

  it('translates only a part of a unit: it counts as not translated', async () => {
    const parts = `${segment('One.', 'Eins.')}<segment><source>Two.</source></segment>`;
    expect((await back(xliff(unit('q1', parts)))).report).toMatchObject({ taken: 0, blank: 1 });
  });

  it('adds modules, whose sources and targets are none of ours', async () => {
    const match =
      '<mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="#1"><source>No</source><target>Nein</target></mtc:match></mtc:matches>';
    const [entry] = await entriesOf(xliff(unit('q1', match + segment('Yes', 'Ja', 'final'))));
    expect(entry).toMatchObject({ original: 'Yes', text: 'Ja', seal: 'final' });
  });

  it('uses a prefix, groups, and UTF-16: all read', async () => {
    const text = `<?xml version="1.0" encoding="UTF-16"?><x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="DE"><x:file id="sur_a"><x:group id="g"><x:unit id="q1"><x:segment><x:source>Yes</x:source><x:target>Ja</x:target></x:segment></x:unit></x:group></x:file></x:xliff>`;
    const wide = Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
    expect(await read(wide)).toMatchObject({ kind: 'read', entries: [{ place: 'q1', text: 'Ja' }] });
  });
});

describe('what a file says of the originals', () => {
  const today: Original = { place: 'q1', text: 'Again?', role: 'question', where: 'Question 1', room: 500 };
  const plan = async (file: string, kept = {}) => planEntries([today], kept, await entriesOf(file));

  it('taken from an original that changed, a text is marked, and the place is told', async () => {
    const { texts, report } = await plan(xliff(unit('q1', segment('Before?', 'Vorher?'))));
    expect(texts).toEqual({ q1: { text: 'Vorher?', of: 'Before?' } });
    expect(report).toMatchObject({ taken: 1, stale: ['q1'] });
  });

  it('the same words, said to be translated from today’s original, are no longer changed since', async () => {
    const kept = { q1: { text: 'Nochmal?', of: 'Before?' } };
    const { texts } = await plan(xliff(unit('q1', segment('Again?', 'Nochmal?', 'reviewed'))), kept);
    expect(texts).toEqual({ q1: { text: 'Nochmal?', of: 'Again?', seal: 'reviewed' } });
  });

  it('an older file never brings a "changed since" back over the same words', async () => {
    const kept = { q1: { text: 'Nochmal?', of: 'Again?' } };
    const { texts, report } = await plan(xliff(unit('q1', segment('Before?', 'Nochmal?'))), kept);
    expect(texts).toEqual(kept);
    expect(report).toMatchObject({ taken: 0, unchanged: 1 });
  });

  it('a text that replaces another is told with the one before; a blank takes nothing away', async () => {
    const kept = { q1: { text: 'Alt', of: 'Again?' } };
    const replaced = await plan(xliff(unit('q1', segment('Again?', 'Neu'))), kept);
    expect(replaced.report.replaced).toEqual([{ place: 'q1', before: 'Alt' }]);
    const blank = await plan(xliff(unit('q1', segment('Again?', ' ', 'initial'))), kept);
    expect(blank).toMatchObject({ texts: kept, report: { blank: 1 } });
  });

  it('a place that stands twice is read once, and told', async () => {
    const twice = unit('q1', segment('Again?', 'Eins')) + unit('q1', segment('Again?', 'Zwei'));
    const { texts, report } = await plan(xliff(twice));
    expect(texts.q1!.text).toBe('Eins');
    expect(report.refused).toHaveLength(1);
  });
});

describe('the file that goes out', () => {
  const kept = {
    q1: { text: 'Nochmal {{q2}} {{q2}}?', of: 'Again {{q2}}?' },
    q2: { text: 'Alt', of: 'Before' },
    q3: { text: 'Fertig', of: 'Done', seal: 'final' as const },
  };
  const originals = ['Again {{q2}}?', 'Now', 'Done', 'New'].map(
    (text, index): Original => ({
      place: `q${index + 1}`,
      text,
      role: 'question',
      where: `Question ${index + 1}`,
      room: 500,
    }),
  );
  const file = writeXliff({
    survey: 'sur_a',
    name: 'A "B" & <C>',
    source: 'en',
    target: 'ar',
    originals,
    texts: kept,
  });

  it('says of each unit how far it is: what changed since is to be looked at again', () => {
    const states = [...file.matchAll(/<segment state="(\w+)">/g)].map(([, state]) => state);
    expect(states).toEqual(['translated', 'initial', 'final', 'initial']);
    expect(file).toContain('It read: Before');
  });

  it('numbers a code once in each text; one that is said twice is a copy', () => {
    const target = /<target>(.*?)<\/target>/.exec(file)![1]!;
    expect([...target.matchAll(/ id="(\d+)"(?: copyOf="(\d+)")?/g)].map(([, id, of]) => [id, of])).toEqual([
      ['1', undefined],
      ['2', '1'],
    ]);
  });

  it('carries languages, directions and a name that cannot break out of its quotes', () => {
    expect(file).toContain('srcLang="en" trgLang="ar"');
    expect(file).toContain('srcDir="ltr" trgDir="rtl"');
    expect(file).toContain('original="A &quot;B&quot; &amp; &lt;C&gt;"');
  });
});

import { createReadStream } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRows } from './read-rows.server.ts';
import { readRoleCell, wordKey } from './role-words.ts';
import { blankKey, readScoreCell, refuseBlankCode } from './score-cell.ts';

test.each([
  ['9', 9],
  ['9.0', 9],
  [' 9 ', 9],
  ['\u00A09\u200B', 9],
  ['"9"', 9],
  ['0', 0],
  ['10', 10],
  ['10.00', 10],
  ['10 (Promoter)', 10],
  ['0 (Not at all likely)', 0],
  ['10 - Extremely likely', 10],
])('%j is %d', (cell, score) => {
  expect(readScoreCell(cell)).toEqual({ kind: 'score', score });
});

test.each([
  ['9/10', 'SCORE_OF_SCALE'],
  ['9 of 10', 'SCORE_OF_SCALE'],
  ['9-10', 'SCORE_RANGE'],
  ['9 – 10', 'SCORE_RANGE'],
  ['9 to 10', 'SCORE_RANGE'],
  ['9.5', 'NOT_WHOLE'],
  ['11', 'OUT_OF_RANGE'],
  ['99', 'OUT_OF_RANGE'],
  ['-1', 'OUT_OF_RANGE'],
  ['100 (best)', 'NOT_A_NUMBER'],
  ['nine', 'NOT_A_NUMBER'],
  ['Absolutely', 'NOT_A_NUMBER'],
  ['NA', 'NOT_A_NUMBER'],
  ['9 (of 10)', 'NOT_A_NUMBER'],
  ['1e1', 'NOT_A_NUMBER'],
  ['0x9', 'NOT_A_NUMBER'],
  ['９', 'NOT_A_NUMBER'],
  ['=9', 'NOT_A_NUMBER'],
])('%j is set aside: %s', (cell, code) => {
  expect(readScoreCell(cell)).toMatchObject({
    kind: 'set_aside',
    reason: { code, sentence: expect.stringMatching(/\.$/) },
  });
});

test('a declared code is blank, an undeclared one is not, and an answer is never blank', () => {
  const declared = new Set(['99', 'NA', '9'].map(blankKey));
  expect(readScoreCell(' na ', declared)).toEqual({ kind: 'blank' });
  expect(readScoreCell('99', declared)).toEqual({ kind: 'blank' });
  expect(readScoreCell('11', declared)).toMatchObject({ kind: 'set_aside' });
  expect(readScoreCell('9', declared)).toEqual({ kind: 'score', score: 9 });
  expect(readScoreCell('')).toEqual({ kind: 'blank' });
});

test('only what is no answer can be declared blank', () => {
  expect(refuseBlankCode('99')).toBeNull();
  expect(refuseBlankCode('NA')).toBeNull();
  expect(refuseBlankCode('0')).toMatchObject({ code: 'CODE_IS_A_SCORE' });
  expect(refuseBlankCode('10.0')).toMatchObject({ code: 'CODE_IS_A_SCORE' });
});

test('whatever the cell, a score is a whole number from 0 to 10', () => {
  const unit = fc.constantFrom('0', '1', '9', '.', ',', '-', '/', ' ', '(', ')', 'a', '"', '+');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 8 }), (cell) => {
      const read = readScoreCell(cell);
      if (read.kind === 'score')
        expect(Number.isInteger(read.score) && read.score >= 0 && read.score <= 10).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

/** Counts of each score in one column of a file, and of what is not a score. */
async function countScores(path: string, column: string, blanks: readonly string[]) {
  const counts = { scores: new Map<number, number>(), blank: 0, setAside: 0 };
  let at = -1;
  for await (const part of readRows(createReadStream(path))) {
    if (part.kind === 'header') at = part.names.indexOf(column);
    if (part.kind !== 'row') continue;
    const read = readScoreCell(part.cells[at]!, new Set(blanks.map(blankKey)));
    if (read.kind === 'score') counts.scores.set(read.score, (counts.scores.get(read.score) ?? 0) + 1);
    if (read.kind === 'blank') counts.blank += 1;
    if (read.kind === 'set_aside') counts.setAside += 1;
  }
  return counts;
}

test('the Stack Overflow sample: NA is set aside until someone declares it blank', async () => {
  const path = 'tests/reference/so2025_sample.csv';
  expect(await countScores(path, 'JobSat', [])).toMatchObject({ blank: 0, setAside: 236 });
  const declared = await countScores(path, 'JobSat', ['NA']);
  expect(declared).toMatchObject({ blank: 236, setAside: 0 });
  expect([8, 7, 10, 9, 6, 5, 3, 4, 2, 1, 0].map((score) => declared.scores.get(score))).toEqual([
    184, 149, 111, 104, 85, 58, 22, 21, 15, 8, 7,
  ]);
});

test('the Stack Overflow sample by confirmed role: the counts of DOMAIN.md 4.1, and rows without a role stay apart', async () => {
  const confirmed = new Map(
    [
      ['Yes, I influenced the purchase of a substantial addition to the tech stack', 'buyer'],
      [
        'Yes, I influenced the purchase of a tool that more than five colleagues use but it is not a substantial addition to the tech stack',
        'influencer',
      ],
      [
        'Yes, I endorsed a tool that was open-source and is currently used by more than just myself but no purchase was made',
        'advocate',
      ],
      [
        'Yes, I endorsed a tool that was ultimately not purchased or used at my organization',
        'not_listened_to',
      ],
      ['No', 'end_user'],
    ].map(([word, persona]) => [wordKey(word!), persona!]),
  );
  const found = new Map<string, [number, number, number]>();
  let names: readonly string[] = [];
  for await (const part of readRows(createReadStream('tests/reference/so2025_sample.csv'))) {
    if (part.kind === 'header') names = part.names;
    if (part.kind !== 'row') continue;
    const role = readRoleCell(part.cells[names.indexOf('PurchaseInfluence')]!, confirmed);
    const score = readScoreCell(part.cells[names.indexOf('JobSat')]!);
    if (score.kind !== 'score') continue;
    const place = role.kind === 'persona' ? role.personaId : role.kind;
    const tally = found.get(place) ?? [0, 0, 0];
    tally[score.score > 8 ? 0 : score.score > 6 ? 1 : 2] += 1;
    found.set(place, tally);
  }
  expect(Object.fromEntries(found)).toEqual({
    buyer: [57, 74, 28],
    advocate: [38, 50, 23],
    influencer: [21, 40, 19],
    end_user: [91, 145, 116],
    not_listened_to: [1, 12, 9],
    blank: expect.any(Array),
  });
});

test('a rating takes its own range: 1 to 5 sets 0 and 6 aside, and 9 may stand for “no answer”', () => {
  const range = { low: 1, high: 5 };
  expect(readScoreCell('5 - Very satisfied', undefined, range)).toEqual({ kind: 'score', score: 5 });
  for (const cell of ['0', '6']) {
    expect(readScoreCell(cell, undefined, range)).toMatchObject({
      kind: 'set_aside',
      reason: { code: 'OUT_OF_RANGE', sentence: `“${cell}” is outside 1 to 5.` },
    });
  }
  expect(readScoreCell('9', new Set(['9']), range)).toEqual({ kind: 'blank' });
  expect(refuseBlankCode('9', range)).toBeNull();
  expect(refuseBlankCode('3', range)).toMatchObject({ code: 'CODE_IS_A_SCORE' });
});

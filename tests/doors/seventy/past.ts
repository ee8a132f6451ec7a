import { expect } from 'vitest';
import { ANSWER_TARGETS } from '#app/audience/import/answer-columns.ts';
import { anotherDesk } from '#tests/support/asking.ts';
import { bringAnswers, declareAnswers, readImportPage, uploadAnswers } from '#tests/support/past-answers.ts';
import type { Case } from './case.ts';
import { expectNoWay } from './contract.ts';

const DECLARED = {
  scale: 'ltr_0_10',
  programmeName: 'Relationship',
  waveName: 'Spring 2024',
  confidentiality: 'attributed',
};
const TARGETS = { Role: 'persona', Score: 'score', Date: 'date' } as const;
const rows = (role: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${role},${i % 11},2024-03-01`).join('\n');

/** Of many people, each in the cell of one. */
const BLENDED = ['32', '-33', '6.25', 'NPS +6'];

/** What was answered elsewhere, before or without us. */
export const PAST: readonly Case[] = [
  {
    no: 37,
    what: 'old scores without roles',
    ruling: 'condition',
    on: ['import'],
    check: async ({ api }) => {
      const desk = await anotherDesk(api.open.house, 'Old scores');
      const bytes = `Role,Score,Date\n${rows('Buyer', 6)}\n${rows('', 4)}\n${rows('Champion', 3)}\n`;
      const importId = await bringAnswers(desk, {
        ...{ bytes, targets: TARGETS, declaration: DECLARED, words: { Buyer: 'buyer' } },
      });
      const { report } = (await readImportPage(desk, importId)).found;
      expect(report).toMatchObject({
        placed: { buyer: 6 },
        unplaced: { ROLE_MISSING: 4, WORD_UNDECIDED: 3 },
      });
    },
  },
  {
    no: 38,
    what: 'a score that was blended before it came here',
    ruling: 'refused',
    on: ['import'],
    check: async ({ api }) => {
      // A row of a file is somebody's answer: there is no column that takes a score of many, and none without a scale.
      expect(
        [...ANSWER_TARGETS].filter((target) => /nps|total|average|benchmark|people|\bcount/i.test(target)),
      ).toEqual([]);
      // “NPS 2024 = 36” in a row of its own, and what others would write into it.
      const desk = await anotherDesk(api.open.house, 'Blended before');
      const bytes = `Role,Score,Date\nBuyer,9,2024-03-01\n${BLENDED.map((one) => `Buyer,${one},2024-03-01\n`).join('')}`;
      const file = { bytes, targets: TARGETS, declaration: DECLARED, words: { Buyer: 'buyer' } };
      const { report } = (await readImportPage(desk, await bringAnswers(desk, file))).found;
      expect(report.placed).toEqual({ buyer: 1 });
      expect(report.setAside).toEqual({ OUT_OF_RANGE: 2, NOT_WHOLE: 1, NOT_A_NUMBER: 1 });
      const kept = await desk.house.db
        .selectFrom('answer')
        .select('score')
        .where('workspace_id', '=', desk.workspace.id)
        .where('persona_id', '=', 'buyer')
        .execute();
      expect(kept).toEqual([{ score: 9 }]);
    },
  },
  {
    no: 39,
    what: 'a benchmark from elsewhere',
    ruling: 'refused',
    on: ['import', 'api'],
    check: async (world) => {
      await expectNoWay(world, /benchmark|industry|peers/);
      expect(ANSWER_TARGETS).toContain('score');
      expect([...ANSWER_TARGETS].filter((target) => /benchmark|industry|source/.test(target))).toEqual([]);
    },
  },
  {
    no: 61,
    what: 'an own export comes back with its persona column deleted',
    ruling: 'condition',
    on: ['import'],
    check: async ({ api }) => {
      const desk = await anotherDesk(api.open.house, 'Without personas');
      const importId = await uploadAnswers(desk, 'Score,Date\n9,2024-03-01\n3,2024-03-02\n');
      const chosen = await declareAnswers(desk, importId, { targets: TARGETS, declaration: DECLARED });
      // Without a column that says the role nothing is placed, and nothing is made of it.
      expect(chosen).toEqual({
        kind: 'invalid',
        faults: [{ field: 'columns', message: expect.stringContaining('in which role they answered') }],
      });
      const { found } = await readImportPage(desk, importId);
      expect([found.state, found.report.placed]).toEqual(['mapping', {}]);
      // The column is there and empty: all are kept, and none has a persona.
      const bytes = 'Role,Score,Date\n,9,2024-03-01\n,3,2024-03-02\n';
      const id = await bringAnswers(desk, { bytes, targets: TARGETS, declaration: DECLARED });
      const { report } = (await readImportPage(desk, id)).found;
      expect([report.placed, report.unplaced]).toEqual([{}, { ROLE_MISSING: 2 }]);
    },
  },
];

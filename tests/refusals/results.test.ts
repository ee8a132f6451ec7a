import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportFigures } from '#app/results/export-figures.server.ts';
import { readPersonaPage } from '#app/results/read-persona-page.server.ts';
import { readResults } from '#app/results/read-results.server.ts';
import type { Split } from '#app/results/split.ts';
import { THRESHOLDS } from '#app/results/thresholds.ts';
import { answer, ask as invite } from '#tests/support/answering.ts';
import { COUNTED, hearSet, LOW_AND_HIGH } from '#tests/support/asked-set.ts';
import { anotherDesk, type Desk } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { heardWave, scoresOf } from '#tests/support/heard.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { overviewOf } from '#tests/support/overview.ts';

/** `property-translation-1` of the reference file: every persona of b stands 20 points above a, with the same n. */
const A = { end_user: scoresOf({ P: 5, Q: 3, D: 2 }), buyer: scoresOf({ P: 2, Q: 4, D: 4 }) };
const B = { end_user: scoresOf({ P: 6, Q: 3, D: 1 }), buyer: scoresOf({ P: 3, Q: 4, D: 3 }) };

describe.each(ENGINES)('a figure belongs to one persona on %s', (engine) => {
  let open: TestHouse;
  let a: Desk;
  let b: Desk;
  const waves = new Map<Desk, string>();

  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
    a = await anotherDesk(open.house, 'Translation');
    b = await anotherDesk(open.house, 'Translation');
    waves.set(a, await heardWave(a, A));
    waves.set(b, await heardWave(b, B));
  });
  afterAll(() => open.close());

  async function ask(desk: Desk, personas: string[], accountId: string | null = null) {
    const asked = { waveId: waves.get(desk)!, personas, accountId };
    const found = await readResults(open.house.db, desk.workspace, asked, THRESHOLDS);
    return found!.answered;
  }

  async function split(desk: Desk, personas: string[]): Promise<Split> {
    const answered = await ask(desk, personas);
    if (answered.kind !== 'split') throw new Error(answered.kind);
    return answered.split;
  }

  test('one persona is answered by its own figure', async () => {
    const answered = await ask(a, ['buyer']);
    expect(answered).toMatchObject({
      kind: 'figure',
      figure: { persona: { id: 'buyer' }, score: -20, n: 10 },
    });
  });

  test('two personas are answered by the split: both figures, the gap with both ends named', async () => {
    const { code, message, personas, instead } = await split(a, ['end_user', 'buyer']);
    expect(code).toBe('PERSONA_MIX');
    expect(message).toContain('These 20 answers come from 10 end-users and 10 buyers.');
    expect(personas).toEqual([
      { id: 'end_user', answers: 10 },
      { id: 'buyer', answers: 10 },
    ]);
    expect(instead.by_persona.map(({ persona, score }) => [persona.id, score])).toEqual([
      ['end_user', 30],
      ['buyer', -20],
    ]);
    expect(instead.gap).toMatchObject({
      points: 50,
      higher: { persona: { id: 'end_user' } },
      lower: { persona: { id: 'buyer' } },
    });
  });

  test('saying nothing about persona is answered by the split too', async () => {
    expect((await split(a, [])).code).toBe('PERSONA_REQUIRED');
  });

  test.each(['*', 'all', 'END_USER', 'end_user,buyer', 'end_user ', 'еnd_user', 'nobody', '__proto__'])(
    'the persona %j reaches nobody, and never everybody',
    async (persona) => expect(await ask(a, [persona])).toEqual({ kind: 'no_answers' }),
  );

  test('a filter that reaches one persona is answered, and refused once it reaches two', async () => {
    const desk = await anotherDesk(open.house, 'Growing');
    const waveId = await heardWave(desk, { end_user: [9, 9, 9, 8, 3], buyer: [] });
    waves.set(desk, waveId);
    expect(await ask(desk, [])).toMatchObject({ kind: 'figure', figure: { persona: { id: 'end_user' } } });
    const token = await invite(desk, waveId, { name: 'Henrik Aalto', personaIds: ['buyer'] });
    await answer(open.house, token, { q1: '4' });
    expect(await ask(desk, [])).toMatchObject({ kind: 'split' });
  });

  test('nobody heard is “no answers”, never 0', async () => {
    const desk = await anotherDesk(open.house, 'Silent');
    waves.set(desk, await heardWave(desk, { buyer: [] }));
    await invite(desk, waves.get(desk)!, { name: 'Henrik Aalto', personaIds: ['buyer'] });
    expect(await ask(desk, ['buyer'])).toEqual({ kind: 'no_answers' });
    const page = await readPersonaPage(
      open.house.db,
      desk.workspace,
      { waveId: waves.get(desk)!, personaId: 'buyer' },
      THRESHOLDS,
    );
    expect(page!.figure).toMatchObject({ n: 0, score: null, showing: 'none' });
  });

  /**
   * Lock 5. Both data sets hold the same people; only the scores differ, by the same amount for every persona.
   * What is not labelled with one persona may therefore not move at all.
   */
  test('raise every persona by the same amount: nothing moves but what names one persona', async () => {
    for (const read of [overview, results, exported]) {
      const [before, after] = [withoutPersonas(await read(a)), withoutPersonas(await read(b))];
      expect(after).toEqual(before);
    }
    expect(JSON.stringify(await overview(b))).not.toBe(JSON.stringify(await overview(a)));
  });

  test('the gap stands still when both rise', async () => {
    const gaps = [(await split(a, [])).instead.gap, (await split(b, [])).instead.gap];
    expect(gaps.map((gap) => (gap?.kind === 'gap' ? gap.points : null))).toEqual([50, 50]);
  });

  test('the export has a row per persona, the persona first, and no other row', async () => {
    const rows = await exported(a);
    expect(rows.map((row) => row[0])).toEqual(['End-user', 'Buyer']);
  });

  /** Neither a rating, a ranking, a grid nor a number has a value over two personas, whoever asks for it. */
  describe.each(Object.keys(COUNTED) as (keyof typeof COUNTED)[])('where only a %s was asked', (kind) => {
    let low: Desk;
    let high: Desk;
    beforeAll(async () => {
      for (const level of [0, 1]) {
        const desk = await anotherDesk(open.house, 'Kinds');
        const forms = Array.from({ length: 6 }, () => LOW_AND_HIGH[kind][level]!);
        const { waveId } = await hearSet(desk, [COUNTED[kind]], { end_user: forms, buyer: forms });
        waves.set(desk, waveId);
        if (level === 0) low = desk;
        else high = desk;
      }
    });

    test.each([
      ['nobody named', [], 'PERSONA_REQUIRED'],
      ['both named', ['end_user', 'buyer'], 'PERSONA_MIX'],
    ])('%s is answered by the split, which holds no figure', async (_, personas, code) => {
      const { instead, message, ...told } = await split(low, personas);
      expect(told).toMatchObject({
        code,
        personas: [
          { id: 'end_user', answers: 6 },
          { id: 'buyer', answers: 6 },
        ],
      });
      expect(message).toContain('These 12 answers come from 6 end-users and 6 buyers.');
      expect(instead).toMatchObject({ by_persona: [], gap: null });
      expect(instead.coverage.map(({ persona, heard }) => [persona.id, heard])).toEqual([
        ['end_user', 6],
        ['buyer', 6],
      ]);
    });

    test('one persona named is told that there is no score, and reads it on a page of its own', async () => {
      expect(await ask(low, ['buyer'])).toMatchObject({ kind: 'no_score', persona: { id: 'buyer' }, n: 6 });
      const { questions, figure } = (await pageOf(low))!;
      expect(figure).toBeNull();
      expect(questions).toHaveLength(1);
    });

    test('raise every persona by the same amount: nothing moves but what names one persona', async () => {
      for (const read of [overview, results, exported]) {
        const [before, after] = [withoutPersonas(await read(low)), withoutPersonas(await read(high))];
        expect(after).toEqual(before);
      }
      const [page, raised] = [await pageOf(low), await pageOf(high)];
      expect(JSON.stringify(raised!.questions)).not.toBe(JSON.stringify(page!.questions));
      const whose = JSON.stringify(page!.questions).match(/"persona":\{"id":"(\w+)"/g);
      expect(new Set(whose)).toEqual(new Set(['"persona":{"id":"buyer"']));
    });
  });

  const pageOf = (desk: Desk) =>
    readPersonaPage(
      open.house.db,
      desk.workspace,
      { waveId: waves.get(desk)!, personaId: 'buyer' },
      THRESHOLDS,
    );
  const overview = async (desk: Desk) => overviewOf(open.house.db, desk.workspace, null);
  const results = async (desk: Desk) => ask(desk, []);
  const exported = async (desk: Desk) =>
    (await exportFigures(open.house.db, desk.workspace, waves.get(desk)!, THRESHOLDS))!;
});

/**
 * What is left of a reading when every part that names one persona is taken out: objects with a `persona`, export
 * rows that start with one, a gap's interval and words (which name both ends), and ids, which differ by workspace.
 */
function withoutPersonas(reading: unknown): unknown {
  if (Array.isArray(reading)) {
    if (typeof reading[0] === 'string' && ['End-user', 'Buyer'].includes(reading[0]))
      return 'a row of one persona';
    return reading.map(withoutPersonas);
  }
  if (typeof reading !== 'object' || reading === null) return reading;
  if ('persona' in reading || 'lane' in reading) return 'a part of one persona';
  const kept = Object.entries(reading).filter(([name]) => !NAMES_BOTH_ENDS.has(name) && !/id$/i.test(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutPersonas(value)]));
}

const NAMES_BOTH_ENDS = new Set(['interval', 'words', 'message']);

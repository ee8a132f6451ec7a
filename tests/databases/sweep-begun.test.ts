import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLink } from '#app/answering/open-link.server.ts';
import { saveBegun } from '#app/answering/save-begun.server.ts';
import { sweepBegun } from '#app/answering/sweep-begun.server.ts';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { readPersonaPage } from '#app/results/read-persona-page.server.ts';
import { THRESHOLDS } from '#app/results/thresholds.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { type Desk, draftWave, openProgramme } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { releaseAll } from '#tests/support/release.ts';

const MINUTE = 60_000;

describe.each(ENGINES)('what was begun on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
  });
  afterAll(() => open.close());

  async function begin(waveId: string, name: string): Promise<string> {
    const token = await ask(desk, waveId, { name, personaIds: ['buyer'] });
    const link = await openLink(desk.house.db, token, desk.house.clock.now());
    if (link.kind !== 'open') throw new Error(link.kind);
    const saved = await saveBegun(desk.house, {
      ...{ door: link.door, given: new Map([['q1', ['7']]]), shown: new Set(['q1']) },
      ...{ page: 0, revision: 0, deviceHash: 'a device' },
    });
    expect(saved.kind).toBe('saved');
    return token;
  }

  async function begun(): Promise<number> {
    const { rows } = await desk.house.db
      .selectFrom('begun_response')
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .where('workspace_id', '=', desk.workspace.id)
      .executeTakeFirstOrThrow();
    return Number(rows);
  }

  test('goes when it can be sent no more, and not a minute before', async () => {
    const [closing, staying] = [await draftWave(desk, ['buyer']), await draftWave(desk, ['buyer'])];
    await begin(closing.waveId, 'Dana Weber');
    await begin(staying.waveId, 'Omar Said');
    await closeWave(
      desk.house,
      desk.workspace,
      { waveId: closing.waveId, actor: desk.memberId },
      endWithWave,
    );
    open.clock.advance(14 * MINUTE);
    await sweepBegun(desk.house);
    expect(await begun()).toBe(2);
    open.clock.advance(2 * MINUTE);
    await sweepBegun(desk.house);
    expect(await begun()).toBe(1);
  });

  async function funnelOf(waveId: string): Promise<(string | number | undefined)[][]> {
    const of = { waveId, personaId: 'buyer' };
    const page = (await readPersonaPage(desk.house.db, desk.workspace, of, THRESHOLDS))!;
    return page.funnel.map(({ step, told, of }) => [step, told, of?.step, of?.people]);
  }

  test('is counted of those who were reached, while it can be sent, when it was, and when it can be no more', async () => {
    const { waveId } = await draftWave(desk, ['buyer']);
    const token = await begin(waveId, 'Ruth Adeyemi');
    await begin(waveId, 'Piet de Vries');
    await ask(desk, waveId, { name: 'Sana Malik', personaIds: ['buyer'] });
    expect((await funnelOf(waveId)).filter(([step]) => step === 'began')).toEqual([
      // Nothing is sent here, so nobody was reached by a letter that is a part of it.
      ['began', '2', undefined, undefined],
    ]);
    await answer(desk.house, token, { q1: '9' });
    const said = await funnelOf(waveId);
    expect(said.at(-2)?.slice(0, 2)).toEqual(['began', '2']);
    expect(said.at(-1)).toEqual(['answered', '1', 'began', 2]);
    const actor = desk.memberId;
    await closeWave(desk.house, desk.workspace, { waveId, actor }, endWithWave);
    open.clock.advance(16 * MINUTE);
    await sweepBegun(desk.house);
    await sweepBegun(desk.house);
    expect(await funnelOf(waveId)).toEqual(said);
  });

  test('in confidence is told to nobody: the way from known to answered is the same whoever began or answered', async () => {
    const programmeId = await openProgramme(desk, 'Quiet', 'confidential');
    const { waveId } = await draftWave(desk, ['buyer'], programmeId);
    await ask(desk, waveId, { name: 'Quiet One', personaIds: ['buyer'] });
    const token = await begin(waveId, 'Quiet Two');
    const said = await funnelOf(waveId);
    await begin(waveId, 'Quiet Three');
    const more = await funnelOf(waveId);
    await answer(desk.house, token, { q1: '9' });
    await releaseAll(desk.house);
    expect(await funnelOf(waveId)).toEqual(more);
    expect([...said, ...more].map(([step]) => step)).not.toContain('began');
    expect(more.at(-1)?.[1]).toBe('too few to tell');
    const actor = desk.memberId;
    await closeWave(desk.house, desk.workspace, { waveId, actor }, endWithWave);
    open.clock.advance(16 * MINUTE);
    await sweepBegun(desk.house);
    const { unsent } = await desk.house.db
      .selectFrom('lane_asked')
      .select('unsent')
      .where('workspace_id', '=', desk.workspace.id)
      .where('wave_id', '=', waveId)
      .executeTakeFirstOrThrow();
    expect(unsent, 'nothing is kept that nobody may be told').toBe(0);
  });
});

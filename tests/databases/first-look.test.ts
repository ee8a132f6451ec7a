import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { glanceOf } from '#app/overview/page/glance.ts';
import { readNextStep } from '#app/overview/read-next-step.server.ts';
import { readPage } from '#app/overview/read-page.server.ts';
import { anotherDesk, openProgramme, openSurvey, publishFor, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { all, endWave, playWave } from '#tests/support/fallen-waves.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

describe.each(ENGINES)('what the overview says first on %s', (engine) => {
  let open: TestHouse;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());

  test('before the first wave it names the one thing that is missing next', async () => {
    const desk = await anotherDesk(open.house, 'From nothing');
    const next = () => readNextStep(open.house.db, desk.workspace);
    expect(await next()).toBe('people');
    await seat(desk, { name: 'Ruth Vega', personaIds: ['buyer'] });
    expect(await next()).toBe('programme');
    const programmeId = await openProgramme(desk);
    expect(await next()).toBe('questions');
    await openSurvey(desk, programmeId, 'end_user');
    expect(await next()).toBe('publish');
    await publishFor(desk, programmeId, 'buyer');
    expect(await next()).toBe('send');
  });

  test('a persona that fell is named on top, with the interval, and no other is', async () => {
    const desk = await anotherDesk(open.house, 'After a fall');
    const programmeId = await openProgramme(desk);
    const lanes = [];
    for (const personaId of ['end_user', 'buyer'])
      lanes.push({ personaId, versionId: await publishFor(desk, programmeId, personaId) });
    const { house, workspace } = desk;
    for (const [name, buyers] of [
      ['Spring', 9],
      ['Autumn', 3],
    ] as const) {
      const scores = { end_user: all(12, 9), buyer: all(12, buyers) };
      const waveId = await playWave(desk, { programmeId, name, lanes }, scores);
      await endWave(desk, waveId);
      open.clock.advance(1000);
    }
    const read = await readPage(house, workspace, { waveId: null, withId: null });
    if (read.kind !== 'read') throw new Error(read.kind);
    const { lanes: seen, committees, overdue } = read.page;
    const glance = glanceOf({ lanes: seen, silent: committees.silent, overdue, isOpen: false });
    const [fell, real] = glance;
    expect(fell).toMatchObject({ term: 'Which persona fell?', value: 'Buyers' });
    expect(real!.value).toMatch(/^Yes for .*buyers$/);
    expect(real!.more).toMatch(/Buyers down/);
    expect(real!.more).not.toMatch(/End-users down/);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countAnswered } from '#app/results/count-answered.server.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { anotherDesk, type Desk, draftWave, openProgramme } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

describe.each(ENGINES)('how many answered a send, on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
    desk = await anotherDesk(open.house, 'Answered');
  });
  afterAll(() => open.close());

  async function hear(
    confidentiality: 'attributed' | 'confidential' | 'unlinkable',
    of = '',
  ): Promise<string> {
    const programmeId = await openProgramme(desk, `${confidentiality}${of}`, confidentiality);
    const { waveId } = await draftWave(desk, ['buyer', 'end_user'], programmeId);
    for (const [name, personaId] of [
      ['Ann', 'buyer'],
      ['Ben', 'buyer'],
      ['Cem', 'end_user'],
    ] as const) {
      const token = await ask(desk, waveId, {
        name: `${name} ${confidentiality}${of}`,
        personaIds: [personaId],
      });
      if (name !== 'Ben') await answer(open.house, token, { q1: '9' });
    }
    return waveId;
  }

  test('is counted by persona where names are seen', async () => {
    const counted = await countAnswered(open.house.db, desk.workspace, await hear('attributed'));
    expect(counted && [...counted].sort()).toEqual([
      ['buyer', 1],
      ['end_user', 1],
    ]);
  });

  test.each(['confidential', 'unlinkable'] as const)('is told nobody where it is %s', async (promise) => {
    expect(await countAnswered(open.house.db, desk.workspace, await hear(promise))).toBeNull();
  });

  test('of a send of another workspace nothing', async () => {
    const waveId = await hear('attributed', ' again');
    const theirs = await anotherDesk(open.house, 'Theirs');
    expect(await countAnswered(open.house.db, theirs.workspace, waveId)).toBeNull();
  });
});

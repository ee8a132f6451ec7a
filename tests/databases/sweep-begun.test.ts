import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLink } from '#app/answering/open-link.server.ts';
import { saveBegun } from '#app/answering/save-begun.server.ts';
import { sweepBegun } from '#app/answering/sweep-begun.server.ts';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { ask } from '#tests/support/answering.ts';
import { type Desk, draftWave } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

const MINUTE = 60_000;

describe.each(ENGINES)('what was begun on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
  });
  afterAll(() => open.close());

  async function begin(waveId: string, name: string): Promise<void> {
    const token = await ask(desk, waveId, { name, personaIds: ['buyer'] });
    const link = await openLink(desk.house.db, token, desk.house.clock.now());
    if (link.kind !== 'open') throw new Error(link.kind);
    const saved = await saveBegun(desk.house, {
      ...{ door: link.door, given: new Map([['q1', ['7']]]), shown: new Set(['q1']) },
      ...{ page: 0, revision: 0, deviceHash: 'a device' },
    });
    expect(saved.kind).toBe('saved');
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
});

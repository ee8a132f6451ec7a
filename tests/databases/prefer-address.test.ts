import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressesOf } from '#app/audience/person.store.server.ts';
import { preferAddress } from '#app/audience/prefer-address.server.ts';
import { savePerson } from '#app/audience/save-person.server.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { anotherDesk, type Desk, draftWave, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

const [OLD, NEW, THIRD] = ['dana@old.example', 'dana@new.example', 'dana@third.example'];

describe.each(ENGINES)('the address that is written to, on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let personId: string;
  let roleIds: string[];

  beforeAll(async () => {
    open = await openTestHouse({ engine });
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
    roleIds = await seat(desk, { name: 'Dana Ruiz', email: OLD!, personaIds: ['buyer'] });
    const input = {
      name: 'Dana Ruiz',
      emails: [OLD!, NEW!, THIRD!],
      source: 'csm',
      actor: desk.memberId,
    } as const;
    const saved = await savePerson(open.house, desk.workspace, input);
    if (saved.kind !== 'saved') throw new Error(saved.kind);
    personId = saved.id;
  });
  afterAll(() => open.close());

  const order = async () =>
    (await addressesOf(open.house.db, desk.workspace, [personId])).map(
      ({ email, position }) => `${position} ${email}`,
    );
  const prefer = (emailKey: string, workspace = desk.workspace) =>
    preferAddress(open.house, workspace, { personId, emailKey, actor: desk.memberId });

  test('is the one that a member chose, and the next letter goes there', async () => {
    expect(await order()).toEqual([`0 ${OLD}`, `1 ${NEW}`, `2 ${THIRD}`]);
    expect(await prefer(NEW!)).toEqual({ kind: 'preferred' });
    expect(await prefer(NEW!)).toEqual({ kind: 'preferred' });
    expect(await order()).toEqual([`0 ${NEW}`, `1 ${OLD}`, `2 ${THIRD}`]);
    const { waveId } = await draftWave(desk, ['buyer']);
    await sendWave(
      open.house,
      desk.workspace,
      { waveId, roleIds, actor: desk.memberId },
      queueMessages(open.house),
    );
    const letters = await open.house.db
      .selectFrom('outbound_message')
      .select('to_address')
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
    expect(letters).toEqual([{ to_address: NEW }]);
  });

  test('is one, also where two members choose at the same moment', async () => {
    await Promise.all([prefer(OLD!), prefer(THIRD!)]);
    expect((await order()).map((line) => line[0])).toEqual(['0', '1', '2']);
  });

  test('is none that is not theirs, and nobody of another workspace chooses it', async () => {
    const before = await order();
    expect(await prefer('eve@elsewhere.example')).toEqual({ kind: 'not_found' });
    const other = await anotherDesk(open.house, 'Elsewhere');
    expect(await prefer(NEW!, other.workspace)).toEqual({ kind: 'not_found' });
    expect(await order()).toEqual(before);
  });
});

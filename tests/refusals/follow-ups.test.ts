import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listQueue } from '#app/followup/queue/list-queue.server.ts';
import { pageFollowUps } from '#app/followup/queue/page-follow-ups.server.ts';
import { mailQueues } from '#app/followup/queue-mail/mail-queues.server.ts';
import { readFollowUp } from '#app/followup/read-follow-up.server.ts';
import { followRules } from '#app/followup/rule/follow-rules.server.ts';
import { toFollowUpOut } from '#app/followup/wire/follow-up-wire.ts';
import { SECOND } from '#app/platform/clock.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { anotherDesk, draftWave } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { makeRule } from '#tests/support/following.ts';
import { KEY } from '#tests/support/held.ts';
import { foundTestWorkspace, openTestHouse, START, type TestHouse } from '#tests/support/house.ts';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[a-z]{3}_[0-9a-z]{26}/g;

describe.each(ENGINES)('a follow-up carries no figure on %s', (engine) => {
  let open: TestHouse;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());

  /** All that is read, listed, mailed and sent of the follow-up that somebody's score opened, ids aside. */
  async function everythingOf(score: number): Promise<string> {
    open.clock.set(START);
    const desk = await anotherDesk(open.house, 'Figures');
    const { house, workspace, memberId } = desk;
    const { programmeId, waveId } = await draftWave(desk, ['buyer', 'end_user']);
    await makeRule(desk, programmeId, { what: 'Call back' });
    const token = await ask(desk, waveId, { name: 'Henrik Aalto', personaIds: ['buyer'] });
    open.clock.advance(SECOND);
    await answer(house, token, { [KEY]: String(score) });
    await followRules(house);
    await mailQueues(house);
    const asked = { filter: { state: 'all' }, memberId, now: open.clock.now() } as const;
    const { lines, mine, team, found } = await listQueue(house.db, workspace, asked);
    expect(lines).toHaveLength(1);
    const { id } = lines[0]!;
    const wire = (await pageFollowUps(house.db, workspace, { id })).map(toFollowUpOut);
    const page = await readFollowUp(house.db, workspace, id);
    const mails = await house.db
      .selectFrom('notice')
      .select(['subject', 'body'])
      .where('workspace_id', '=', workspace.id)
      .execute();
    expect(mails).toHaveLength(1);
    return JSON.stringify({ lines, mine, team, found, wire, page, mails }).replace(ID, 'id');
  }

  test('whatever was answered, it reads the same wherever it is read', async () => {
    const first = await everythingOf(0);
    for (const score of [1, 3, 6]) expect(await everythingOf(score)).toBe(first);
  });
});

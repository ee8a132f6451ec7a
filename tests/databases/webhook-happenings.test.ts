import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { changeEndpoint } from '#app/followup/hook/endpoint/change-endpoint.server.ts';
import { followHappenings } from '#app/followup/hook/event/follow-happenings.server.ts';
import { DAY, HOUR } from '#app/platform/clock.ts';
import { toSlug } from '#app/platform/ids.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { HookStage } from '#tests/support/hook-stage.ts';
import { makeEndpoint } from '#tests/support/hooks.ts';
import { type MailDesk, mailPeople, messageTo } from '#tests/support/mail-desk.ts';
import { sayOf } from '#tests/support/who.ts';

const ALL = ['person.left', 'wave.closed', 'wave.sent'] as const;

describe.each(ENGINES)('what happens in stages above, on %s', (engine) => {
  let stage: HookStage;
  beforeAll(async () => {
    stage = await HookStage.open(engine);
  });
  afterAll(() => stage.close());

  const close = ({ house, workspace, waveId, memberId: actor }: MailDesk) =>
    closeWave(house, workspace, { waveId, actor }, endWithWave);
  const told = () => stage.receiver.heard.map(({ type }) => type).sort();

  test('is told once each, however many look and however often', async () => {
    await stage.fresh();
    const desk = await mailPeople(stage.open, 'Ann');
    await makeEndpoint(desk, stage.receiver.url, { kinds: [...ALL] });
    const { invitation_id } = await messageTo(desk, 'Ann');
    await sayOf(desk, invitation_id, { kind: 'left' });
    await close(desk);
    const counts = await Promise.all([1, 2, 3].map(() => followHappenings(desk.house)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(3);
    expect(await followHappenings(desk.house)).toBe(0);
    await stage.deliver();
    expect(told()).toEqual([...ALL]);
    const left = stage.receiver.heard.find(({ type }) => type === 'person.left');
    expect(JSON.parse(left!.body).data).toMatchObject({ persona: { id: 'buyer', name: 'Buyer' } });
    expect(left!.body).not.toContain('Ann');
    const sent = stage.receiver.heard.find(({ type }) => type === 'wave.sent');
    expect(JSON.parse(sent!.body).data).toMatchObject({
      ...{ wave: toSlug('wave', desk.waveId), personas: [{ id: 'buyer', name: 'Buyer' }] },
    });
  });

  test('is told to nobody who came later, and not of kinds that were wanted later', async () => {
    await stage.fresh();
    const desk = await mailPeople(stage.open, 'Ben');
    stage.open.clock.advance(HOUR);
    const { id } = await makeEndpoint(desk, stage.receiver.url, { kinds: ['wave.closed'] });
    stage.open.clock.advance(HOUR);
    const { invitation_id } = await messageTo(desk, 'Ben');
    await sayOf(desk, invitation_id, { kind: 'left' });
    await close(desk);
    stage.open.clock.advance(HOUR);
    const change = { url: stage.receiver.url, description: '', kinds: [...ALL], carriesNames: false };
    await changeEndpoint(desk.house, desk.workspace, { ...change, id, actor: desk.memberId });
    await followHappenings(desk.house);
    await stage.deliver();
    expect(told()).toEqual(['wave.closed']);
  });

  test('is told after six days away, and never anew once it was forgotten', async () => {
    await stage.fresh();
    const desk = await mailPeople(stage.open, 'Cleo');
    await makeEndpoint(desk, stage.receiver.url, { kinds: ['wave.closed'] });
    await close(desk);
    stage.open.clock.advance(6 * DAY);
    expect(await followHappenings(desk.house)).toBe(1);
    stage.open.clock.advance(40 * DAY);
    await desk.house.db.deleteFrom('hook_delivery').where('workspace_id', '=', desk.workspace.id).execute();
    await desk.house.db.deleteFrom('hook_event').where('workspace_id', '=', desk.workspace.id).execute();
    expect(await followHappenings(desk.house)).toBe(0);
  });
});

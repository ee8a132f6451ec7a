import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestText } from '#app/overview/digest/digest.ts';
import { digestHtml } from '#app/overview/digest/digest-html.ts';
import { readDigest } from '#app/overview/digest/read-digest.server.ts';
import { linesOf } from '#app/overview/lines/line-of.ts';
import { paperOf } from '#app/overview/pdf/paper.ts';
import { readPage } from '#app/overview/read-page.server.ts';
import { findShare } from '#app/overview/share/find-share.server.ts';
import { openShare } from '#app/overview/share/open-share.server.ts';
import { DAY } from '#app/platform/clock.ts';
import { saveTold } from '#app/programme/told/save-told.server.ts';
import { sendTold } from '#app/programme/told/send-told.server.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { anotherDesk, type Desk, draftWave, openProgramme } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, START, type TestHouse } from '#tests/support/house.ts';
import { shareWave } from '#tests/support/overview-links.ts';
import { closeAndRelease, releaseAll } from '#tests/support/release.ts';

const IDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[a-z]{3}_[0-9a-z]{26}/g;

/** Everything that is made of the executive's page, of a wave that twenty buyers were asked in confidence. */
describe.each(ENGINES)('what leaves the page of answers in confidence on %s', (engine) => {
  let open: TestHouse;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());

  async function heard(people: number): Promise<{ desk: Desk; waveId: string }> {
    open.clock.set(START);
    const desk = await anotherDesk(open.house, 'In confidence');
    const programmeId = await openProgramme(desk, 'Quiet check-in', 'confidential');
    const { waveId } = await draftWave(desk, ['buyer'], programmeId);
    for (let i = 0; i < 20; i += 1) {
      const who = { name: `Quiet ${i}`, account: `Quiet account ${i}`, personaIds: ['buyer'] };
      const token = await ask(desk, waveId, { ...who, email: `quiet${i}@q.example` });
      if (i < people) await answer(open.house, token, { q1: String(i % 2 ? 9 : 3) });
    }
    await releaseAll(open.house);
    return { desk, waveId };
  }

  async function everythingOf({ desk, waveId }: { desk: Desk; waveId: string }): Promise<string> {
    const read = await readPage(open.house, desk.workspace, { waveId, withId: null });
    if (read.kind !== 'read') throw new Error(read.kind);
    const { page } = read;
    const parts = await readDigest(open.house, desk.workspace);
    const urls = { settingsUrl: 'https://a.example/s', leaveUrl: 'https://a.example/l' };
    const to = { name: 'Ada', subject: 'Monday' };
    const on = { printed: '2027-03-20', closed: null };
    const shared = await openShare(open.house, (await findShare(open.house, await shareWave(desk, waveId)))!);
    const lanes = page.lanes.map(({ kept, sentence, since }) => ({ kept, sentence, since }));
    const all = [
      JSON.stringify([lanes, page.overdue, shared!.lanes]),
      JSON.stringify(paperOf(page, { workspaceName: 'In confidence', on })),
      linesOf(page.lanes),
      digestText(parts, urls),
      digestHtml(parts, { ...to, ...urls }),
    ];
    return all.join('\n').replace(IDS, 'id');
  }

  test('says the same of nobody, of one and of four who answered, before the day promised and after', async () => {
    const said = [];
    for (const people of [0, 1, 4]) {
      const wave = await heard(people);
      const before = await everythingOf(wave);
      await closeAndRelease(wave.desk, wave.waveId);
      open.clock.set('2027-03-20T10:00:00Z');
      said.push([before, await everythingOf(wave)]);
    }
    expect(said[1]).toEqual(said[0]);
    expect(said[2]).toEqual(said[0]);
    expect(said[0]![0]).not.toMatch(
      /every persona was heard|buyers[^.]{0,60}\bnot heard\b(?! back)|no answers/i,
    );
    expect(said[0]![1]).toContain('Not everybody has heard back');
  });

  test('of fourteen tells how many in a band, and never the number, also once they were told', async () => {
    const wave = await heard(14);
    await closeAndRelease(wave.desk, wave.waveId);
    open.clock.advance(DAY);
    const closed = await everythingOf(wave);
    expect(closed).toContain('10 to 19');
    const lane = { waveId: wave.waveId, personaId: 'buyer' };
    const draft = { heard: 'That it is dear.', willDo: 'A list.', willNot: '', toSilent: false };
    const actor = wave.desk.memberId;
    const saved = await saveTold(open.house, wave.desk.workspace, { ...lane, draft, revision: 0, actor });
    if (saved.kind !== 'saved') throw new Error(saved.kind);
    await sendTold(open.house, wave.desk.workspace, { ...lane, revision: saved.revision, actor });
    open.clock.set('2027-03-20T10:00:00Z');
    const told = await everythingOf(wave);
    expect(told).toContain('Told by letter on');
    for (const text of [closed, told])
      expect(text).not.toMatch(/\b14 (of|heard|answers|who)|of 14\b|"heard":14/);
  });
});

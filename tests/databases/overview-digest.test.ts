import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { leaveDigest } from '#app/overview/digest/leave-digest.server.ts';
import { mailDigests } from '#app/overview/digest/mail-digests.server.ts';
import { readWish } from '#app/overview/digest/read-wish.server.ts';
import { saveWish } from '#app/overview/digest/save-wish.server.ts';
import { writeHeadline } from '#app/overview/write-headline.server.ts';
import { HOUR } from '#app/platform/clock.ts';
import { anotherDesk, COMPLETE, type Desk } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { all, endWave } from '#tests/support/fallen-waves.ts';
import { colleague } from '#tests/support/following.ts';
import { heardWave } from '#tests/support/heard.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { mondayToken } from '#tests/support/overview-links.ts';

const MONDAY = '2026-11-09T07:00:00Z';

describe.each(ENGINES)('the Monday mail on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let waveId: string;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    open.clock.set('2026-11-03T09:00:00Z');
    // Ada owns the programme.
    desk = await anotherDesk(open.house, 'Mondays');
    waveId = await heardWave(desk, { end_user: all(10, 9), buyer: all(10, 3) });
    await endWave(desk, waveId);
    open.clock.set(MONDAY);
  });

  const mails = () =>
    open.house.db
      .selectFrom('notice')
      .selectAll()
      .where('workspace_id', '=', desk.workspace.id)
      .where('kind', '=', 'digest')
      .orderBy('created_at')
      .orderBy('to_name')
      .execute();
  const to = async () => (await mails()).map(({ to_name }) => to_name);

  test('comes once on Monday morning, however many processes look and however often', async () => {
    open.clock.set(Date.parse(MONDAY) - 1);
    await mailDigests(open.house);
    expect(await mails()).toEqual([]);
    open.clock.set(MONDAY);
    await Promise.all([1, 2, 3].map(() => mailDigests(open.house)));
    open.clock.advance(3 * HOUR);
    await mailDigests(open.house);
    expect(await to()).toEqual(['Ada']);
  });

  test('says nothing yet of a send of this morning, nor to whoever joined since', async () => {
    open.clock.advance(HOUR);
    await colleague(desk, 'Eva', 'executive');
    await mailDigests(open.house);
    expect(await to()).toEqual(['Ada']);
    open.clock.set('2027-01-11T06:30:00Z');
    await heardWave(desk, { end_user: all(10, 9), buyer: all(10, 9) });
    open.clock.set('2027-01-11T07:00:00Z');
    await mailDigests(open.house);
    const later = (await mails()).slice(1);
    expect(later.map(({ to_name }) => to_name)).toContain('Eva');
    expect(later.every(({ body }) => body.includes('Buyers, Winter 2027: −100 ('))).toBe(true);
    expect(later.some(({ body }) => body.includes('Buyers, Winter 2027: +100 ('))).toBe(false);
  });

  test('has a line per persona with heard of known, and no figure without one', async () => {
    await mailDigests(open.house);
    const [mail] = await mails();
    expect(mail!.subject).toBe('Monday: Winter 2027, persona by persona');
    const lines = mail!.body.split('\n\n');
    expect(lines.find((line) => line.startsWith('Buyers, '))).toContain('Buyers, Winter 2027: −100 (');
    expect(
      lines.filter((line) => /[+−]\d/.test(line)).every((line) => /^(End-users|Buyers), /.test(line)),
    ).toBe(true);
    const committees =
      '0 of the 10 accounts that answered were heard from every role of their committee. 10 of 10 committees with at least two personas heard pull apart, by more than 1 point of 10; 10 of 10 by more than 3.';
    expect(lines.join(' ')).toContain(committees);
    expect(mail!.html).toContain(committees);
    expect(mail!.html).toContain('>Buyers</th>');
    expect(mail!.leave_url).toContain('/monday/');
  });

  test('goes to executives and owners until they say no, and to others once they say yes', async () => {
    const bo = await colleague(desk, 'Bo');
    await colleague(desk, 'Cy');
    const eva = await colleague(desk, 'Eva', 'executive');
    expect(await readWish(open.house.db, desk.workspace, eva)).toMatchObject({ isOn: true });
    expect(await readWish(open.house.db, desk.workspace, bo)).toMatchObject({ isOn: false });
    const wish = { zone: '' };
    await saveWish(open.house, desk.workspace, { ...wish, memberId: bo, isOn: true });
    await saveWish(open.house, desk.workspace, { ...wish, memberId: desk.memberId, isOn: false });
    await mailDigests(open.house);
    expect(await to()).toEqual(['Bo', 'Eva']);
  });

  test('what is wrong with the mail of one keeps nobody else’s back, and theirs comes when it is mended', async () => {
    const eva = await colleague(desk, 'Eva', 'executive');
    expect(desk.memberId < eva).toBe(true);
    const { ids } = open.house;
    let made = 0;
    const make = () => {
      made += 1;
      if (made === 1) throw new Error('No id for the first');
      return ids.make();
    };
    await mailDigests({ ...open.house, ids: { ...ids, make } });
    expect(await to()).toEqual(['Eva']);
    await mailDigests(open.house);
    expect(await to()).toEqual(['Ada', 'Eva']);
  });

  test('comes by the clock of whoever gets it', async () => {
    const tokyo = { memberId: desk.memberId, isOn: true, zone: 'Asia/Tokyo' };
    expect(await saveWish(open.house, desk.workspace, { ...tokyo, zone: 'Mars' })).toEqual({
      kind: 'unknown_zone',
    });
    await saveWish(open.house, desk.workspace, tokyo);
    open.clock.set('2026-11-08T21:59:00Z');
    await mailDigests(open.house);
    expect(await mails()).toEqual([]);
    open.clock.set('2026-11-08T22:00:00Z');
    await mailDigests(open.house);
    expect(await to()).toEqual(['Ada']);
  });

  test('a week without news brings none; news does, and so does every Monday on which a promise is overdue', async () => {
    await mailDigests(open.house);
    open.clock.set('2026-11-16T07:00:00Z');
    await mailDigests(open.house);
    expect(await to()).toHaveLength(1);
    const headline = 'Buyers want the sum.';
    await writeHeadline(open.house.db, desk.workspace, { waveId, headline, memberId: desk.memberId });
    open.clock.set('2026-11-23T07:00:00Z');
    await mailDigests(open.house);
    expect(await to()).toHaveLength(2);
    for (const monday of ['2027-03-08T07:00:00Z', '2027-03-15T07:00:00Z']) {
      expect(monday > COMPLETE.promiseOn).toBe(true);
      open.clock.set(monday);
      await mailDigests(open.house);
    }
    expect(await to()).toHaveLength(4);
    expect((await mails()).at(-1)!.body).toContain(
      'Overdue by 10 days, for Buyers: The decision and its reasons',
    );
  });

  test('ends by one press, and only by whoever holds the mail', async () => {
    const token = mondayToken(desk);
    const forged = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const wrong of ['', 'x', forged, token.toLowerCase()])
      expect(await leaveDigest(open.house, wrong)).toBe(false);
    expect(await readWish(open.house.db, desk.workspace, desk.memberId)).toMatchObject({ isOn: true });
    expect(await leaveDigest(open.house, token)).toBe(true);
    await mailDigests(open.house);
    expect(await mails()).toEqual([]);
  });
});

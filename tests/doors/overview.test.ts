import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSession } from '#app/membership/sign-in/start-session.server.ts';
import { readWish } from '#app/overview/digest/read-wish.server.ts';
import { listShares } from '#app/overview/share/list-shares.server.ts';
import { createViewNotes, type ViewNotes } from '#app/overview/share/note-views.server.ts';
import { MINUTE } from '#app/platform/clock.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Desk } from '#tests/support/asking.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { all, endWave } from '#tests/support/fallen-waves.ts';
import { heardWave } from '#tests/support/heard.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { mondayToken, shareWave } from '#tests/support/overview-links.ts';

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36';

describe('the doors of the overview', () => {
  let open: TestHouse;
  let doors: OpenDoors;
  let desk: Desk;
  let wave: string;
  let waveId: string;
  let notes: ViewNotes;
  let cookie: string;
  beforeAll(async () => {
    open = await openTestHouse();
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
    waveId = await heardWave(desk, { end_user: all(10, 9), buyer: all(10, 3) });
    await endWave(desk, waveId);
    wave = toSlug('wave', waveId);
    notes = createViewNotes(open.house);
    open.house.noteView = notes.note;
    doors = await openDoors(open.house);
    const admin = { id: desk.memberId, permission: 'admin' as const };
    cookie = (await startSession(open.house, open.house.db, desk.workspace, admin)).split(';')[0]!;
  });
  afterAll(async () => {
    await doors.close();
    await open.close();
  });
  const get = (path: string, headers: Record<string, string> = {}) => fetch(doors.origin + path, { headers });

  const listed = () => listShares(open.house.db, desk.workspace, { now: open.clock.now(), withLog: true });

  test('the PDF comes whole, is kept by no cache and is one page', async () => {
    for (const paper of ['', '&paper=letter']) {
      const answer = await get(`/overview.pdf?wave=${wave}${paper}`, { cookie });
      expect([
        answer.status,
        answer.headers.get('content-type'),
        answer.headers.get('cache-control'),
      ]).toEqual([200, 'application/pdf', 'no-store']);
      const text = Buffer.from(await answer.arrayBuffer()).toString('latin1');
      expect(text.startsWith('%PDF-')).toBe(true);
      expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
    }
  });

  test('a picture is of exactly one persona: without one, of several or of none of the wave there is no picture', async () => {
    const answer = await get(`/overview/lane.png?wave=${wave}&persona=buyer`, { cookie });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(1200);
    for (const [persona, status] of [
      ['', 422],
      ['&persona=', 422],
      ['&persona=all', 404],
      ['&persona=advocate', 404],
    ])
      expect((await get(`/overview/lane.png?wave=${wave}${persona}`, { cookie })).status).toBe(status);
  });

  test('a shared page is open to whoever holds it, found by no search and kept by no cache', async () => {
    const token = await shareWave(desk, waveId);
    const answer = await get(`/share/${token}`, { 'user-agent': CHROME });
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-robots-tag')).toContain('noindex');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page).toContain('Buyers');
    expect(page).not.toMatch(/Account \d|number \d|<script/);
    expect(page).not.toMatch(/href="\/(overview|results|accounts|people)/);
  });

  test('opening it writes nothing by itself; what it was opened by is written down afterwards, and a HEAD is no opening', async () => {
    open.clock.advance(1000);
    const token = await shareWave(desk, waveId);
    const [share] = await listed();
    await fetch(`${doors.origin}/share/${token}`, { method: 'HEAD' });
    await get(`/share/${token}`, { 'user-agent': CHROME });
    await get(`/share/${token}`, { 'user-agent': 'Slackbot-LinkExpanding 1.0' });
    const views = async () => (await listed()).find(({ id }) => id === share!.id)!;
    expect((await views()).views).toBe(0);
    await notes.keep();
    expect((await views()).log.map(({ client, views: times }) => [client, times])).toEqual([
      ['computer', 1],
      ['program', 1],
    ]);
  });

  test('a page that is asked for too often is not read again, whether it is opened or only looked for', async () => {
    open.clock.advance(MINUTE);
    const token = await shareWave(desk, waveId);
    const share = (await listed())[0]!;
    const seen = { workspaceId: desk.workspace.id, shareId: share.id, client: null };
    const head = () => fetch(`${doors.origin}/share/${token}`, { method: 'HEAD' });
    for (let times = 1; times < 120; times += 1) notes.note(seen);
    expect((await head()).status).toBe(200);
    expect((await head()).status).toBe(429);
    const refused = await get(`/share/${token}`, { 'user-agent': CHROME });
    expect([refused.status, refused.headers.get('cache-control')]).toEqual([429, 'no-store']);
    await notes.keep();
    expect((await listed()).find(({ id }) => id === share.id)!.views).toBe(0);
    open.clock.advance(MINUTE);
    expect((await get(`/share/${token}`)).status).toBe(200);
  });

  test('an executive makes no link and reads no list of them', async () => {
    const { inviteMember } = await import('#app/membership/members/invite-member.server.ts');
    const actor = { id: 'test', name: 'The test' };
    const input = { email: 'eva@northwind.example', name: 'Eva', permission: 'executive', actor } as const;
    const invited = await inviteMember(open.house, desk.workspace, input);
    if (invited.kind !== 'invited') throw new Error(invited.kind);
    const eva = { id: invited.memberId, permission: 'executive' as const };
    const own = (await startSession(open.house, open.house.db, desk.workspace, eva)).split(';')[0]!;
    expect((await get('/overview/shares', { cookie: own })).status).toBe(403);
    const body = new URLSearchParams({ intent: 'make', wave, with: '', days: '14' });
    const headers = { cookie: own, 'sec-fetch-site': 'same-origin' };
    expect((await fetch(`${doors.origin}/overview/shares`, { method: 'POST', body, headers })).status).toBe(
      403,
    );
    const page = await (await get('/overview', { cookie: own })).text();
    expect(page).not.toContain('/overview/shares');
    expect(page).not.toMatch(/href="\/(accounts|people)\//);
  });

  test('a mail program ends the Monday mail with one press, without a cookie, and a visit does not', async () => {
    const path = `/monday/${mondayToken(desk)}`;
    const isOn = async () => (await readWish(open.house.db, desk.workspace, desk.memberId)).isOn;
    expect((await get(path)).status).toBe(200);
    expect(await isOn()).toBe(true);
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const pressed = await fetch(doors.origin + path, { method: 'POST', body });
    expect(pressed.status).toBe(200);
    expect(await isOn()).toBe(false);
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { toSlug } from '#app/platform/ids.ts';
import type { Desk } from '#tests/support/asking.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { signedInCookie } from '#tests/support/example-house.ts';
import { colleague } from '#tests/support/following.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { closeAndRelease } from '#tests/support/release.ts';
import { name, tag, textsWith, wordsWave, write } from '#tests/support/themes.ts';

let open: TestHouse;
let doors: OpenDoors;
let desk: Desk;
beforeAll(async () => {
  open = await openTestHouse({});
  desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
  await colleague(desk, 'Vera', 'executive');
  doors = await openDoors(open.house);
});
afterAll(async () => {
  await doors.close();
  await open.close();
});

async function visit(as: 'admin' | 'executive', path: string, form?: Record<string, string>) {
  const { name: cookie, value } = await signedInCookie(open.house, as);
  const body = form && { method: 'POST', body: new URLSearchParams(form) };
  const headers = { cookie: `${cookie}=${value}`, 'sec-fetch-site': 'same-origin' };
  return fetch(doors.origin + path, { ...body, redirect: 'manual', headers });
}

test('in confidence an executive finds no text by its words; whoever tags finds enough of them', async () => {
  const { waveId } = await wordsWave(desk, ['buyer'], 'confidential');
  const said = Array.from({ length: 11 }, (_, at) => [`Price of ${at}`, `People of ${at}`]).flat();
  await write(desk, waveId, 'buyer', said);
  await closeAndRelease(desk, waveId);
  const whole = `/results/${toSlug('wave', waveId)}/buyer`;
  const path = `${whole}?q=price`;
  const page = async (as: 'admin' | 'executive', at: string) => (await visit(as, at)).text();
  const words = (html: string) => html.match(/(Price|People) of \d+/g);
  const theirs = await page('executive', path);
  expect(words(theirs)).toEqual(words(await page('executive', whole)));
  expect(words(theirs)).not.toBeNull();
  expect(theirs).not.toContain('res_');
  const ours = await page('admin', path);
  expect(ours).toContain('Price of');
  expect(ours).not.toContain('People of');
  expect(ours).not.toContain('res_');
});

test('an executive tags nothing, whatever is sent', async () => {
  const { waveId } = await wordsWave(desk, ['buyer']);
  await write(desk, waveId, 'buyer', ['The terms']);
  const themeId = await name(desk, 'Terms');
  const [text] = await textsWith(desk, { waveId, personaId: 'buyer' }, 'terms');
  const form = {
    ...{ wave: toSlug('wave', waveId), persona: 'buyer', intent: 'tag', theme: toSlug('theme', themeId) },
    on: `${toSlug('response', text!.responseId)}:${text!.questionKey}`,
  };
  expect((await visit('executive', '/answers/tag', form)).status).toBe(403);
  const tags = () =>
    open.house.db
      .selectFrom('theme_tag')
      .select('theme_id')
      .where('workspace_id', '=', desk.workspace.id)
      .where('theme_id', '=', themeId)
      .execute();
  expect(await tags()).toEqual([]);
  expect((await visit('admin', '/answers/tag', form)).status).toBe(303);
  expect(await tags()).toHaveLength(1);
});

test('the top over all personas is answered by a list for each, on the page too', async () => {
  const { waveId } = await wordsWave(desk, ['buyer', 'end_user']);
  await write(desk, waveId, 'buyer', ['Support is slow']);
  const themeId = await name(desk, 'Support');
  await tag(desk, { waveId, personaId: 'buyer' }, themeId, 'Support');
  const path = `/results/${toSlug('wave', waveId)}/themes`;
  for (const query of [
    '?sort=overall',
    '?sort=overall&persona=buyer',
    '?persona=buyer&persona=end_user',
    '',
  ]) {
    const page = await (await visit('admin', path + query)).text();
    expect(page).toContain('1 of 1 buyer');
    expect(page).toContain('Not heard');
    expect(page).not.toContain('<table');
  }
});

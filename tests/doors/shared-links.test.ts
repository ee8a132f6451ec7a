import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { saveFlows } from '#app/answering/shared/shared-flow.store.server.ts';
import { PLACES } from '#app/answering/shared/shared-limit.ts';
import { flowsOf } from '#app/answering/shared/shared-places.ts';
import { networkHash } from '#app/answering/shared/shared-visit.server.ts';
import { startSession } from '#app/membership/sign-in/start-session.server.ts';
import { DAY } from '#app/platform/clock.ts';
import { toSlug } from '#app/platform/ids.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';
import {
  anotherDesk,
  COMPLETE,
  type Desk,
  openProgramme,
  openSurvey,
  publishFor,
} from '#tests/support/asking.ts';
import { type OpenDoors, openDoors, Visitor } from '#tests/support/doors.ts';
import { heardWave } from '#tests/support/heard.ts';
import { ADMIN, foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { SHARED_KEY as KEY } from '#tests/support/link-visitor.ts';
import { addMember } from '#tests/support/members.ts';
import { hiddenFields, pressByHand } from '#tests/support/respond.ts';
import { shareFor } from '#tests/support/shared-links.ts';

/** Everything here is a plain form, posted without script. */
describe('links for a page or chat through the doors', () => {
  let testHouse: TestHouse;
  let doors: OpenDoors;
  let desk: Desk;
  let lead: Visitor;
  let passer: Visitor;
  beforeAll(async () => {
    testHouse = await openTestHouse();
    desk = { house: testHouse.house, ...(await foundTestWorkspace(testHouse.house)) };
    doors = await openDoors(testHouse.house);
  });
  afterAll(async () => {
    await doors.close();
    await testHouse.close();
  });
  beforeEach(async () => {
    lead = await new Visitor(doors.origin).signIn(ADMIN.email, ADMIN.password);
    passer = new Visitor(doors.origin);
  });

  const pathOf = (answer: Response) => new URL(answer.headers.get('location')!, doors.origin).pathname;
  const textOf = async (path: string, visitor = lead) => (await visitor.get(path)).text();
  const addressIn = (page: string) => /value="([^"]*\/s\/[\w-]+)"/.exec(page)?.[1];
  const hashOf = (id: string, address: string) =>
    networkHash({ house: desk.house, token: '' }, { id }, address);
  const responses = async () =>
    (await desk.house.db.selectFrom('response').select('source').execute()).map(({ source }) => source);

  test('from the survey’s own choice to a counted answer of somebody who came by', async () => {
    const programmeId = await openProgramme(desk);
    const purpose = { ...COMPLETE, programmeId, personaId: 'buyer', actor: desk.memberId };
    await savePurpose(desk.house, desk.workspace, purpose);
    const survey = `/surveys/${toSlug('survey', await openSurvey(desk, programmeId, 'buyer'))}`;
    await lead.post(survey, { revision: '1', intent: 'add', new: 'recommend' });
    const typed = {
      key: 'q1',
      kind: 'recommend',
      concept: 'recommend',
      wording: 'Recommend us?',
      serves: 'unknown',
    };
    await lead.post(survey, { ...typed, revision: '2', intent: 'save' });
    expect(await textOf(`${survey}?q=opening`)).toMatch(/name="shared"[^>]*checked=""[^>]*value="held"/);
    await lead.post(survey, { intro: '', closing: '', shared: 'counted', revision: '3', intent: 'save' });
    expect(pathOf(await lead.post(survey, { revision: '4', intent: 'publish' }))).toBe(
      `${survey}/versions/1`,
    );

    const made = await lead.post('/sends/links/new', {
      ...{ programme: toSlug('programme', programmeId), place: 'Help pages', onePerDevice: '1' },
      'version.buyer': (await textOf(`/sends/links/new?programme=${toSlug('programme', programmeId)}`)).match(
        /value="(ver_[^"]*)"/,
      )![1]!,
    });
    expect(made.status).toBe(303);
    const page = await textOf(pathOf(made));
    expect(page).toContain('counted, apart from those asked by name');
    const address = addressIn(page)!;
    expect(address.startsWith(`${doors.origin}/s/`)).toBe(true);

    const link = new URL(address).pathname;
    const chosen = await passer.post(link, { persona: 'buyer' });
    expect(chosen.status).toBe(303);
    expect(chosen.headers.get('set-cookie')).toMatch(
      /^device=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
    );
    const sent = await pressByHand(passer, pathOf(chosen), { [KEY]: '9' });
    expect(sent.headers.get('location')).toBe(`${link}/buyer?sent`);
    expect(await textOf(`${link}/buyer?sent`, passer)).toContain('Received. Thank you.');
    expect(await textOf(`${link}/buyer`, passer)).toContain('This device has answered.');
    expect(await responses()).toEqual(['link']);
    expect(await textOf(pathOf(made))).toMatch(/>Counted<.*>1<\/a>/s);
  });

  test('its wave stands apart wherever waves are listed, and never in the place of people who were asked', async () => {
    const asked = await heardWave(desk, { buyer: [9, 9, 8, 3, 9, 7] });
    await lead.post(`/sends/${toSlug('wave', asked)}`, { intent: 'close' });
    testHouse.clock.advance(1000);
    const { waveId, programmeId, token } = await shareFor(desk, ['buyer'], {
      shared: 'counted',
      place: 'Chat window',
    });
    for (let i = 0; i < 6; i += 1)
      expect((await pressByHand(new Visitor(doors.origin), `/s/${token}/buyer`, { [KEY]: '0' })).status).toBe(
        303,
      );
    const slug = toSlug('wave', waveId);
    const title = 'Chat window, through a link, self-declared';
    expect(await textOf('/overview')).toContain('<h1>Winter 2027, by persona</h1>');
    expect(await textOf('/overview')).toContain(title);
    expect(await textOf('/results')).not.toContain(`value="${slug}" selected`);
    expect(await textOf(`/results?wave=${slug}`)).toContain(title);
    expect(await textOf(`/results.csv?wave=${slug}`)).toContain(title);
    expect(await textOf(`/programmes/${toSlug('programme', programmeId)}`)).toContain(title);
    const results = await textOf(`/results/${slug}/buyer`);
    expect(results).toContain(title);
    expect(results).toContain('accounts not known');
    expect(results).toContain('6 heard');
    expect(results).not.toMatch(/Invited|response rate|of \d+ heard/);
    expect(await textOf('/sends')).not.toContain('Chat window');
    expect((await lead.get(`/sends/${slug}`)).status).toBe(404);
    expect((await lead.post(`/sends/${slug}`, { intent: 'send', chosen: '1', people: '0' })).status).toBe(
      404,
    );
    expect((await lead.get(`/sends/links/${toSlug('wave', asked)}`)).status).toBe(404);
    expect((await lead.post(`/sends/links/${toSlug('wave', asked)}`, { intent: 'close' })).status).toBe(404);
  });

  test('renewed, stopped and closed from its page, with what each does said beside it', async () => {
    const { waveId, token } = await shareFor(desk, ['buyer']);
    const path = `/sends/links/${toSlug('wave', waveId)}`;
    const act = (intent: string) => lead.post(path, { intent });
    const opens = async (one: string) => (await passer.get(`/s/${one}`)).status;
    expect((await act('renew')).status).toBe(303);
    const renewed = addressIn(await textOf(path))!
      .split('/')
      .at(-1)!;
    expect([await opens(token), await opens(renewed)]).toEqual([404, 200]);
    await act('stop');
    expect(await textOf(path)).toContain('The address was stopped');
    expect(await opens(renewed)).toBe(404);
    await act('renew');
    const again = addressIn(await textOf(path))!
      .split('/')
      .at(-1)!;
    expect((await act('nonsense')).status).toBe(422);
    await act('close');
    expect(await textOf(path)).toContain('This link is closed.');
    testHouse.clock.advance(15 * 60_000 + 1);
    expect(await (await passer.get(`/s/${again}`)).text()).toContain('This survey is closed.');
    expect((await act('renew')).status).toBe(409);
  });

  test('an executive makes none and changes none, and neither does somebody of another workspace', async () => {
    const { waveId, programmeId } = await shareFor(desk, ['buyer']);
    const lanes = { 'version.buyer': toSlug('version', await publishFor(desk, programmeId, 'buyer')) };
    const form = { programme: toSlug('programme', programmeId), place: 'Mine', onePerDevice: '1', ...lanes };
    const path = `/sends/links/${toSlug('wave', waveId)}`;
    const executive = {
      id: (await addMember(desk.house, desk.workspace, 'executive')).id,
      permission: 'executive',
    } as const;
    const foreign = await anotherDesk(desk.house, 'Elsewhere');
    const theirs = { id: foreign.memberId, permission: 'admin' } as const;
    const knocks = [
      { workspace: desk.workspace, member: executive, statuses: [403, 403] },
      { workspace: foreign.workspace, member: theirs, statuses: [404, 404] },
    ];
    const count = async () =>
      (await desk.house.db.selectFrom('shared_link').select(['id', 'generation']).execute()).sort();
    const before = await count();
    for (const { workspace, member, statuses } of knocks) {
      const cookie = (await startSession(desk.house, desk.house.db, workspace, member)).split(';')[0]!;
      const made = await passer.post('/sends/links/new', form, { cookie });
      const renewed = await passer.post(path, { intent: 'renew' }, { cookie });
      expect([made.status, renewed.status]).toEqual(statuses);
    }
    expect(await count()).toEqual(before);
  });

  test('a limit goes by the address that the proxy wrote down, whatever stands before it, and its owner sees that it bit', async () => {
    const { token, linkId, waveId } = await shareFor(desk, ['buyer'], {
      shared: 'counted',
      onePerDevice: false,
    });
    const link = {
      linkId,
      flow: flowsOf({ generation: 1, network: hashOf(linkId, '198.51.100.7') }).network,
    };
    const emptyAt = testHouse.clock.now() + DAY - (DAY / PLACES.network) * 2;
    await saveFlows(desk.house.db, desk.workspace, [{ ...link, emptyAt }]);
    const path = `/s/${token}/buyer`;
    const press = async (forwarded: string) => {
      const filled = { ...hiddenFields(await textOf(path, passer)), moved: '1', [KEY]: '9' };
      return passer.post(path, filled, { 'x-forwarded-for': forwarded });
    };
    const forged = ['198.51.100.7', '1.2.3.4, 198.51.100.7', '203.0.113.9,198.51.100.7', '::1, 198.51.100.7'];
    const statuses = [];
    for (const from of forged) statuses.push((await press(from)).status);
    expect(statuses).toEqual([303, 303, 429, 429]);
    const refused = await press('198.51.100.7');
    expect(refused.headers.get('retry-after')).toBe('173');
    expect(await refused.text()).toContain(`name="${KEY}" value="9"`);
    expect((await press('198.51.100.7, 198.51.100.8')).status).toBe(303);
    const page = await textOf(`/sends/links/${toSlug('wave', waveId)}`);
    expect(page).toContain('One network sent more than 500: it was asked to come back later.');
  });

  test('faults come back with everything that was typed', async () => {
    const programmeId = await openProgramme(desk);
    await publishFor(desk, programmeId, 'buyer');
    const programme = toSlug('programme', programmeId);
    const answer = await lead.post('/sends/links/new', { programme, place: '', 'version.buyer': '' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Say where the link will hang');
    expect(page).toContain('Choose published questions for at least one persona.');
    expect(page).not.toMatch(/name="onePerDevice"[^>]*checked/);
  });

  test('works without script, from a gateway that hides where the form was, and from no foreign form of another kind', async () => {
    const { token } = await shareFor(desk, ['buyer'], { shared: 'counted' });
    const hidden = { origin: 'null', 'sec-fetch-site': 'cross-site' };
    expect((await passer.post(`/s/${token}`, { persona: 'buyer' }, hidden)).status).toBe(303);
    const fields = hiddenFields(await textOf(`/s/${token}/buyer`, passer));
    const filled = { ...fields, moved: '1', [KEY]: '9' };
    expect((await passer.post(`/s/${token}/buyer`, filled, hidden)).status).toBe(303);
    const body = new FormData();
    body.set('persona', 'buyer');
    expect((await passer.send(`/s/${token}`, { method: 'POST', body })).status).toBe(415);
  });

  test('is shown to no search engine, kept by no cache and framed by nobody', async () => {
    const { token } = await shareFor(desk, ['buyer']);
    for (const path of [`/s/${token}`, `/s/${token}/buyer`, `/s/${token}/-`, '/s/nothing']) {
      const { headers } = await passer.get(path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-robots-tag')).toContain('noindex');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('set-cookie')).toBeNull();
    }
  });
});

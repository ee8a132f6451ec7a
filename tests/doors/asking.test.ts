import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { readSurvey } from '#app/survey/read-survey.server.ts';
import {
  COMPLETE,
  type Desk,
  draftWave,
  openProgramme,
  openSurvey,
  publishFor,
  seat,
} from '#tests/support/asking.ts';
import { type OpenDoors, openDoors, Visitor } from '#tests/support/doors.ts';
import { ADMIN, foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

/** Everything here is a plain form, posted without script. */
describe('asking through the doors', () => {
  let testHouse: TestHouse;
  let doors: OpenDoors;
  let desk: Desk;
  let visitor: Visitor;
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
    visitor = await new Visitor(doors.origin).signIn(ADMIN.email, ADMIN.password);
  });

  const pathOf = (answer: Response) => new URL(answer.headers.get('location')!, doors.origin).pathname;
  const invitations = async () => {
    const rows = await desk.house.db
      .selectFrom('invitation')
      .select(['role_assignment_id', 'persona_id'])
      .execute();
    return rows.length;
  };
  const draftOf = async (slug: string) =>
    (await readSurvey(desk.house.db, desk.workspace, fromSlug('survey', slug)!))!;

  test('from an empty workspace to a sent wave', async () => {
    const made = await visitor.post('/programmes/new', {
      name: 'Winter check-in',
      senderName: 'Ifeoma Okonkwo',
      confidentiality: 'attributed',
    });
    expect(made.status).toBe(303);
    const programme = pathOf(made).split('/').at(-1)!;
    const { rule, ...words } = COMPLETE;
    const ruled = { bound: rule.bound, side: rule.side, threshold: String(rule.threshold) };
    expect(
      (await visitor.post(`/programmes/${programme}/purpose/buyer`, { ...words, ...ruled })).status,
    ).toBe(303);
    const drafted = await visitor.post('/surveys/new', { programme, personaId: 'buyer', name: 'Buyer set' });
    const survey = pathOf(drafted);
    await visitor.post(survey, { revision: '1', intent: 'add', new: 'recommend' });
    const typed = {
      key: 'q1',
      kind: 'recommend',
      concept: 'recommend',
      wording: 'How likely are you to recommend us to somebody in your role?',
      serves: 'unknown',
      required: 'on',
    };
    const published = await visitor.post(survey, { ...typed, revision: '2', intent: 'publish' });
    expect(pathOf(published)).toBe(`${survey}/versions/1`);
    expect(await (await visitor.get(`${survey}/preview`)).text()).toContain(
      'you are answering as <b><bdi>Buyer</bdi></b>',
    );

    await seat(desk, { name: 'Ruth Achterberg', personaIds: ['buyer'] });
    const { versions } = await draftOf(survey.split('/').at(-1)!);
    const wave = await visitor.post('/sends/new', {
      programme,
      name: 'Winter 2027',
      'version.buyer': toSlug('version', versions[0]!.id),
    });
    const send = pathOf(wave);
    expect(await (await visitor.get(send)).text()).toContain('Send to 1 person at 1 account');
    const sent = await visitor.post(send, { intent: 'send', chosen: '1', persona: 'buyer', people: '1' });
    expect(sent.status).toBe(303);
    const messages = await desk.house.db.selectFrom('outbound_message').select('to_address').execute();
    expect(messages).toEqual([{ to_address: 'ruth.achterberg@people.example' }]);
    expect((await visitor.post(send, { intent: 'close' })).status).toBe(303);
    expect(await (await visitor.get(send)).text()).toContain('Closed <time');
  });

  test('half a rule is mended where it was typed, and nothing typed is lost', async () => {
    const slug = toSlug('programme', await openProgramme(desk));
    const answer = await visitor.post(`/programmes/${slug}/purpose/buyer`, {
      unknown: 'Is it the price?',
      bound: 'upper',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Choose the end, the side and a number, or leave all three empty.');
    expect(page).toContain('Is it the price?');
  });

  test('without a purpose the form publishes nothing', async () => {
    const programmeId = await openProgramme(desk);
    const slug = toSlug('survey', await openSurvey(desk, programmeId, 'buyer'));
    await visitor.post(`/surveys/${slug}`, { revision: '1', intent: 'add', new: 'recommend' });
    const answer = await visitor.post(`/surveys/${slug}`, { revision: '2', intent: 'publish' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('What will you do differently if buyers say no?');
    expect((await draftOf(slug)).versions).toEqual([]);
  });

  test('every button keeps what was typed', async () => {
    const slug = toSlug('survey', await openSurvey(desk, await openProgramme(desk), 'buyer'));
    const path = `/surveys/${slug}`;
    await visitor.post(path, { revision: '1', intent: 'add', new: 'single' });
    const typed = {
      key: 'q1',
      kind: 'single',
      wording: 'What was hard?',
      concept: 'renewal',
      'parts.options.0.key': 'o2',
      'parts.options.0.label': 'The price',
      'parts.options.1.key': 'o3',
      'parts.options.1.label': 'The terms',
    };
    const added = await visitor.post(path, { ...typed, revision: '2', intent: 'add_line:options' });
    expect(added.headers.get('location')).toBe(`${path}?q=q1#line-o4`);
    await visitor.post(path, { ...typed, revision: '3', intent: 'remove_line:options:o2' });
    await visitor.post(path, { revision: '4', intent: 'add', new: 'text' });
    await visitor.post(path, { revision: '5', intent: 'up:q5' });
    const { draft } = await draftOf(slug);
    expect(draft.questions.map(({ key }) => key)).toEqual(['q5', 'q1']);
    expect(draft.questions[1]).toMatchObject({
      wording: 'What was hard?',
      concept: 'renewal',
      parts: { options: [{ key: 'o3', label: 'The terms' }] },
    });
    await visitor.post(path, { revision: '6', intent: 'remove:q5' });
    expect((await draftOf(slug)).draft.questions.map(({ key }) => key)).toEqual(['q1']);
  });

  test('of two editors the second gets their words back and overwrites nothing', async () => {
    const slug = toSlug('survey', await openSurvey(desk, await openProgramme(desk), 'buyer'));
    const path = `/surveys/${slug}`;
    await visitor.post(path, { revision: '1', intent: 'add', new: 'text' });
    const typed = (wording: string) => ({
      key: 'q1',
      kind: 'text',
      wording,
      concept: 'why',
      revision: '2',
      intent: 'save',
    });
    expect((await visitor.post(path, typed('Theirs'))).status).toBe(303);
    const late = await visitor.post(path, typed('Mine, and long in the writing'));
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('Mine, and long in the writing');
    expect(page).toContain('name="revision" value="3"');
    expect((await draftOf(slug)).draft.questions[0]?.wording).toBe('Theirs');
  });

  test('questions for buyers cannot be given to end-users by form', async () => {
    const programmeId = await openProgramme(desk);
    const version = toSlug('version', await publishFor(desk, programmeId, 'buyer'));
    const answer = await visitor.post('/sends/new', {
      programme: toSlug('programme', programmeId),
      name: 'Winter',
      'version.end_user': version,
    });
    expect(answer.status).toBe(422);
  });

  test('a form that names somebody without a role here is refused, and nobody is asked', async () => {
    const { waveId } = await draftWave(desk, ['buyer']);
    await seat(desk, { name: 'Marguerite Oyelaran', personaIds: ['buyer'] });
    const [uses] = await seat(desk, { name: 'Yusuf Demir', personaIds: ['end_user'] });
    const before = await invitations();
    for (const hat of [toSlug('role', uses!), 'yusuf.demir@people.example']) {
      const answer = await visitor.post(`/sends/${toSlug('wave', waveId)}`, {
        intent: 'send',
        people: '2',
        hat,
      });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toMatch(/1 of \d+ people has no role here/);
    }
    expect(await invitations()).toBe(before);
  });

  test('when the piles moved since the button was counted, nothing is sent', async () => {
    const { waveId } = await draftWave(desk, ['advocate']);
    await seat(desk, { name: 'Ana Advocate', personaIds: ['advocate'] });
    await seat(desk, { name: 'Bo Advocate', personaIds: ['advocate'] });
    const before = await invitations();
    const answer = await visitor.post(`/sends/${toSlug('wave', waveId)}`, { intent: 'send', people: '1' });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('It would be 2 people now.');
    expect(await invitations()).toBe(before);
  });

  test('a role that is still true moves to the ready pile', async () => {
    const { waveId } = await draftWave(desk, ['influencer']);
    const [doubtful] = await seat(desk, {
      name: 'Devika Nair',
      personaIds: ['influencer'],
      confirmed: false,
    });
    const path = `/sends/${toSlug('wave', waveId)}`;
    expect(await (await visitor.get(path)).text()).toContain('Role stale: 1 person');
    await visitor.post(path, { intent: 'confirm', role: toSlug('role', doubtful!) });
    expect(await (await visitor.get(path)).text()).toContain('Ready: 1 person');
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { publishSurvey } from '#app/programme/publish-survey.server.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';
import { readSurvey } from '#app/survey/read-survey.server.ts';
import { COMPLETE, type Desk, openProgramme } from '#tests/support/asking.ts';
import { type OpenDoors, openDoors, Visitor } from '#tests/support/doors.ts';
import { ADMIN, foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

/** Everything here is a plain form or an address, without script. */
describe('a new survey through the doors', () => {
  let testHouse: TestHouse;
  let doors: OpenDoors;
  let desk: Desk;
  let visitor: Visitor;
  let programmeId: string;
  let programme: string;
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
    programmeId = await openProgramme(desk);
    programme = toSlug('programme', programmeId);
  });

  const leadsTo = (answer: Response) => {
    const { pathname, search } = new URL(answer.headers.get('location')!, doors.origin);
    return { path: `${pathname}${search}`, slug: pathname.split('/')[2]! };
  };
  // React parts neighbouring texts by empty comments.
  const read = async (answer: Response) => (await answer.text()).replaceAll('<!-- -->', '');
  const textOf = async (path: string) => read(await visitor.get(path));
  const open = async (slug: string) =>
    (await readSurvey(desk.house.db, desk.workspace, fromSlug('survey', slug)!))!;
  async function startPack(personaId: string) {
    const made = await visitor.post('/surveys/new', { programme, personaId, start: 'pack:relationship' });
    return leadsTo(made).slug;
  }

  test('opens on whom, then says why, and offers what was written for them', async () => {
    const first = await textOf('/surveys/new');
    expect(first).toContain('For whom?');
    expect(first).not.toContain('Choose the one persona');
    const sent = await textOf(`/surveys/new?go=on&programme=${programme}`);
    expect(sent).toContain('Choose the one persona that these questions are for.');
    const page = await textOf(`/surveys/new?programme=${programme}&persona=buyer`);
    for (const words of [
      'For Buyers',
      'Still to be written.',
      'Write why',
      'Relationship: the price they defend',
    ])
      expect(page).toContain(words);
    expect(page).toContain('Buyers rarely raise a request themselves.');
  });

  test('a pack becomes a draft under its own name', async () => {
    const survey = await open(await startPack('buyer'));
    expect(survey).toMatchObject({ name: 'The price they defend', personaId: 'buyer' });
    expect(survey.draft.questions).toHaveLength(5);
  });

  test('what is missing or not offered is said beside its field, and nothing is made', async () => {
    const post = (fields: Record<string, string>) =>
      visitor.post(`/surveys/new?programme=${programme}&persona=buyer`, {
        ...{ programme, personaId: 'buyer' },
        ...fields,
      });
    for (const [fields, words] of [
      [{ start: 'blank' }, 'Give it a name that your colleagues will find it by.'],
      [{ start: 'copy' }, 'Choose the survey to copy.'],
      [{ start: 'pack:advocate_ask' }, 'Choose a beginning of this list.'],
      [{ start: 'pack:nothing' }, 'Choose how it begins.'],
      [{ personaId: 'nobody', start: 'pack:relationship' }, 'Choose a persona of this list.'],
    ] as const) {
      const answer = await post(fields);
      expect(answer.status).toBe(422);
      if (!('personaId' in fields)) expect(await read(answer)).toContain(words);
    }
    const { path } = leadsTo(await post({ name: 'Terms' }));
    expect(path).toMatch(/^\/surveys\/sur_[^/]+$/);
  });

  test('a copy for another persona says before and after what has to be rewritten', async () => {
    const slug = await startPack('end_user');
    const before = await textOf(`/surveys/${slug}/copy?persona=buyer`);
    const sentence = 'Copy it as a Buyer set and rewrite the 3 questions that assume hands-on use.';
    expect(before).toContain(sentence);
    expect(before.match(/QUESTION_SET_MISMATCH<\/code>/g)).toHaveLength(3);
    const made = await visitor.post(`/surveys/${slug}/copy`, {
      programme,
      personaId: 'buyer',
      name: 'For them',
    });
    const { path } = leadsTo(made);
    const after = await textOf(path);
    expect(after).toContain('3 questions must be rewritten before it can go out.');
    const copy = await open(new URL(path, doors.origin).searchParams.get('made')!);
    expect(copy).toMatchObject({ name: 'For them', personaId: 'buyer' });
    const faulty = await visitor.post(`/surveys/${slug}/copy?persona=buyer`, {
      programme,
      personaId: 'buyer',
    });
    expect([faulty.status, await read(faulty)]).toEqual([
      422,
      expect.stringContaining('Give it a name that your colleagues will find it by.'),
    ]);
  });

  test('a copy that has to be rewritten is shown as such from the first page too', async () => {
    const copyOf = await startPack('end_user');
    const made = await visitor.post('/surveys/new', { programme, personaId: 'buyer', start: 'copy', copyOf });
    expect(leadsTo(made).path).toMatch(new RegExp(`^/surveys/${copyOf}/copy\\?made=sur_`));
    const same = await visitor.post('/surveys/new', {
      programme,
      personaId: 'end_user',
      start: 'copy',
      copyOf,
    });
    expect(leadsTo(same).path).toMatch(/^\/surveys\/sur_[^/]+$/);
  });

  test('a send to another persona is refused with the way to copy', async () => {
    const { house, workspace, memberId: actor } = desk;
    const slug = await startPack('end_user');
    await savePurpose(house, workspace, { ...COMPLETE, programmeId, personaId: 'end_user', actor });
    const surveyId = fromSlug('survey', slug)!;
    const published = await publishSurvey(house, workspace, { surveyId, revision: 1, actor });
    if (published.kind !== 'published') throw new Error(published.kind);
    const version = toSlug('version', published.versionId);
    const fields = { programme, name: 'Winter', 'version.buyer': version };
    const refused = await visitor.post(`/sends/new?programme=${programme}`, fields);
    expect(refused.status).toBe(422);
    const page = await read(refused);
    expect(page).toContain('End-user question set v1 can’t be sent to buyers.');
    expect(page).toContain(`/surveys/${slug}/copy?persona=buyer`);
  });

  test('what is asked of whom stands side by side, and who is not asked says so', async () => {
    expect(await textOf(`/surveys/compare?programme=${programme}`)).toContain('asks nobody anything yet');
    await startPack('buyer');
    await startPack('influencer');
    const page = await textOf(`/surveys/compare?programme=${programme}`);
    for (const words of ['defence', 'not asked', '<mark>', 'asked in different words'])
      expect(page).toContain(words);
    expect((await visitor.get('/surveys/compare?programme=pro_nothing')).status).toBe(404);
  });
});

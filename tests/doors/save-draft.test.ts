import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inviteMember } from '#app/membership/members/invite-member.server.ts';
import { startSession } from '#app/membership/sign-in/start-session.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { addQuestion, type Draft, emptyDraft } from '#app/survey/draft/draft.ts';
import { readSurvey } from '#app/survey/read-survey.server.ts';
import { anotherDesk, type Desk, oneQuestion, openProgramme, openSurvey } from '#tests/support/asking.ts';
import { type OpenDoors, openDoors, Visitor } from '#tests/support/doors.ts';
import { ADMIN, foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

describe('a draft that saves itself', () => {
  let testHouse: TestHouse;
  let doors: OpenDoors;
  let desk: Desk;
  let visitor: Visitor;
  let surveyId: string;
  let path: string;
  beforeAll(async () => {
    testHouse = await openTestHouse();
    desk = { house: testHouse.house, ...(await foundTestWorkspace(testHouse.house)) };
    doors = await openDoors(testHouse.house);
    visitor = await new Visitor(doors.origin).signIn(ADMIN.email, ADMIN.password);
    surveyId = await openSurvey(desk, await openProgramme(desk), 'buyer');
    path = `/surveys/${toSlug('survey', surveyId)}/draft`;
  });
  afterAll(async () => {
    await doors.close();
    await testHouse.close();
  });

  const send = (revision: string, draft: string, to = path) => visitor.post(to, { revision, draft });
  const kept = async () => (await readSurvey(desk.house.db, desk.workspace, surveyId))!;

  test('is kept with who saved it, and the next save goes on from there', async () => {
    const saved = await send('1', JSON.stringify(oneQuestion()));
    expect(saved.status).toBe(200);
    expect(await saved.json()).toMatchObject({ kind: 'saved', revision: 2 });
    expect(await kept()).toMatchObject({ revision: 2, updatedBy: desk.memberId, draft: oneQuestion() });
  });

  test('meets another editor’s save with their draft and their name, and writes nothing', async () => {
    const late = await send('1', JSON.stringify(emptyDraft()));
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      kind: 'conflict',
      revision: 2,
      by: ADMIN.name,
      theirs: oneQuestion(),
    });
    expect((await kept()).draft).toEqual(oneQuestion());
  });

  test.each([
    ['no JSON', '2', '{"intro":'],
    ['no draft', '2', '[]'],
    ['no revision', '', JSON.stringify(emptyDraft())],
  ])('is refused in a sentence when it is %s', async (_, revision, draft) => {
    const refused = await send(revision, draft);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ kind: 'refused', sentence: expect.stringMatching(/\.$/) });
    expect((await kept()).revision).toBe(2);
  });

  test('names the question whose words are too long', async () => {
    const draft = oneQuestion();
    const long = { ...draft, questions: [{ ...draft.questions[0]!, wording: 'w'.repeat(501) }] };
    const refused = await send('2', JSON.stringify(long));
    expect(await refused.json()).toEqual({
      kind: 'refused',
      sentence: 'Question 1: Keep it under 500 characters.',
    });
  });

  test('may be as large as 200 questions of full length, and no larger than the door reads', async () => {
    const full = (draft: Draft): Draft => ({
      ...draft,
      questions: draft.questions.map((question) => ({ ...question, wording: 'ü'.repeat(500) })),
    });
    let draft = emptyDraft();
    for (let made = 0; made < 200; made += 1) draft = addQuestion(draft, 'matrix');
    const body = new FormData();
    body.set('revision', '2');
    body.set('draft', JSON.stringify(full(draft)));
    const headers = { 'sec-fetch-site': 'same-origin' };
    expect((await visitor.send(path, { method: 'POST', body, headers })).status).toBe(200);
    body.set('draft', 'x'.repeat(5 * 1024 * 1024));
    expect((await visitor.send(path, { method: 'POST', body, headers })).status).toBe(413);
  });

  test('is not there for another workspace, and closed to an executive', async () => {
    const other = await anotherDesk(testHouse.house, 'Elsewhere');
    const theirs = toSlug('survey', await openSurvey(other, await openProgramme(other), 'buyer'));
    const foreign = await send('1', JSON.stringify(emptyDraft()), `/surveys/${theirs}/draft`);
    expect(foreign.status).toBe(404);
    const invited = await inviteMember(desk.house, desk.workspace, {
      email: 'exec@northwind.example',
      name: 'Exec',
      permission: 'executive',
      actor: { id: desk.memberId, name: ADMIN.name },
    });
    expect(invited.kind).toBe('invited');
    const row = await desk.house.db
      .selectFrom('member')
      .select(['id', 'permission'])
      .where('workspace_id', '=', desk.workspace.id)
      .where('permission', '=', 'executive')
      .executeTakeFirstOrThrow();
    const cookie = await startSession(desk.house, desk.house.db, desk.workspace, row);
    const answer = await fetch(new URL(path, doors.origin), {
      method: 'POST',
      body: new URLSearchParams({ revision: '3', draft: JSON.stringify(emptyDraft()) }),
      headers: { 'sec-fetch-site': 'same-origin', cookie: cookie.split(';')[0]! },
    });
    expect(answer.status).toBe(403);
  });

  test('signs a reason for keeping words with who gave it, whatever the form claims', async () => {
    const { revision, draft } = await kept();
    const finding = 'leading q1.wording our amazing';
    const claimed = { finding, reason: 'It is their own word.', by: 'somebody else', at: 1 };
    const answer = await send(
      String(revision),
      JSON.stringify({ ...draft, questions: [], accepted: [claimed] }),
    );
    const saved = (await answer.json()) as { accepted: unknown };
    expect(saved.accepted).toEqual([{ ...claimed, by: desk.memberId, at: testHouse.clock.now() }]);
  });
});

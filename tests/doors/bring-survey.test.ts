import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toSlug } from '#app/platform/ids.ts';
import { surveyDocumentSchema } from '#app/survey/document/survey-document.ts';
import { type Desk, openProgramme } from '#tests/support/asking.ts';
import { type OpenDoors, openDoors, Visitor } from '#tests/support/doors.ts';
import { ADMIN, foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

const QSF = readFileSync('tests/reference/surveys/qualtrics.qsf', 'utf8');

describe('a survey from elsewhere, by forms alone', () => {
  let test: TestHouse;
  let doors: OpenDoors;
  let visitor: Visitor;
  let desk: Desk;
  let programme: string;
  beforeAll(async () => {
    test = await openTestHouse();
    desk = { house: test.house, ...(await foundTestWorkspace(test.house)) };
    programme = toSlug('programme', await openProgramme(desk));
    doors = await openDoors(test.house);
  });
  beforeEach(async () => {
    visitor = await new Visitor(doors.origin).signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(async () => {
    await doors.close();
    await test.close();
  });

  async function send(
    fields: Record<string, string | File>,
  ): Promise<{ status: number; to: string; page: string }> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    const headers = { 'sec-fetch-site': 'same-origin' };
    const answer = await visitor.send('/surveys/import', { method: 'POST', body, headers });
    return { status: answer.status, to: answer.headers.get('location') ?? '', page: await answer.text() };
  }
  const hidden = (page: string) =>
    Object.fromEntries(
      [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name!,
        value!
          .replaceAll('&quot;', '"')
          .replaceAll('&#x27;', "'")
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&'),
      ]),
    );
  const surveys = async () =>
    (
      await test.house.db
        .selectFrom('survey')
        .select('name')
        .where('workspace_id', '=', desk.workspace.id)
        .execute()
    ).length;

  it('shows what comes in before anything is written, then opens the draft', async () => {
    const before = await surveys();
    const read = await send({ file: new File([QSF], 'check.qsf'), programme, personaId: 'buyer' });
    expect(read.status).toBe(200);
    for (const said of ['Read as Qualtrics', 'Left out: ', 'Loop and merge', 'Nothing is written yet'])
      expect(read.page.replaceAll('<!-- -->', '')).toContain(said);
    expect(await surveys()).toBe(before);

    const made = await send({
      ...hidden(read.page),
      name: 'Service check',
      language: 'en',
      programme,
      personaId: 'buyer',
    });
    expect([made.status, made.to]).toEqual([303, expect.stringMatching(/^\/surveys\/sur_/)]);
    expect(await surveys()).toBe(before + 1);
    const opened = await visitor.get(made.to);
    expect(opened.status).toBe(200);

    const file = await visitor.get(`${made.to}.json`);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    const document = (await file.json()) as { format: string; questions: unknown[] };
    expect([document.format, document.questions.length]).toEqual(['rolecall-survey', 11]);
    const again = await send({ text: JSON.stringify(document), programme, personaId: 'end_user' });
    expect(again.page.replaceAll('<!-- -->', '')).toContain(
      'Read as Rolecall: 11 as it is, 0 changed, 1 left out.',
    );
    expect((await visitor.get(`${made.to}.json?version=1`)).status).toBe(404);
    expect((await visitor.get(`${made.to}.json?version=x`)).status).toBe(404);
  });

  it('asks for a persona that nobody has chosen, and never fills one in', async () => {
    const read = await send({ text: QSF, programme });
    expect(read.status).toBe(422);
    expect(read.page).toContain('Choose the one persona');
    const page = await (await visitor.get('/surveys/import')).text();
    expect(page).not.toMatch(/name="personaId"[^>]*checked/);
  });

  it('keeps the report where the second form has a fault', async () => {
    const { page } = await send({ text: QSF, programme, personaId: 'buyer' });
    const blank = await send({ ...hidden(page), name: ' ', language: 'tongue', programme, personaId: '' });
    expect(blank.status).toBe(422);
    for (const said of ['Give it a name', 'Write a language tag', 'Choose the one persona', 'Loop and merge'])
      expect(blank.page).toContain(said);
  });

  it('refuses in a sentence what is no survey, and what was changed on the way', async () => {
    const wrong = await send({ text: 'name;email', programme, personaId: 'buyer' });
    expect([wrong.status, wrong.page.includes('This is no JSON file')]).toEqual([422, true]);
    const { page } = await send({ text: QSF, programme, personaId: 'buyer' });
    const torn = await send({
      ...hidden(page),
      document: '{"format":',
      name: 'x',
      language: 'en',
      programme,
      personaId: 'buyer',
    });
    expect([torn.status, torn.page.includes('Choose the file again')]).toEqual([422, true]);
  });

  it('publishes the schema of its own format to everybody', async () => {
    const answer = await new Visitor(doors.origin).get('/schema/survey-1.json');
    expect(answer.headers.get('content-type')).toContain('application/schema+json');
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(surveyDocumentSchema())));
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openLink } from '#app/answering/open-link.server.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import { publishSurvey } from '#app/programme/publish-survey.server.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';
import { createSharedLink } from '#app/programme/shared-link/create-shared-link.server.ts';
import { draftFrom } from '#app/survey/draft/draft.ts';
import { saveDraft } from '#app/survey/draft/save-draft.server.ts';
import { readSurvey } from '#app/survey/read-survey.server.ts';
import { originalsOf } from '#app/survey/translation/original.ts';
import { upsertTranslation } from '#app/survey/translation/translation.store.server.ts';
import { ask } from '#tests/support/answering.ts';
import { questionOf } from '#tests/support/asked-set.ts';
import { COMPLETE, type Desk, openProgramme, openSurvey } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { dumpDatabase } from '#tests/support/dump.ts';
import { HotVisitor } from '#tests/support/hot-visitor.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { LinkVisitor } from '#tests/support/link-visitor.ts';
import { hiddenFields } from '#tests/support/respond.ts';
import { tokenNow } from '#tests/support/shared-links.ts';

const SET = [
  questionOf('q1', 'recommend'),
  questionOf('q2', 'text', { size: 'line', check: 'none' }),
  questionOf('q3', 'text', { size: 'line', check: 'none' }),
];
const TYPED = { q1: '7', q2: 'typed & not sent' };

describe.each(ENGINES)('a first page in another language, on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let programmeId: string;
  let versionId: string;
  let asked = 0;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
    ({ programmeId, versionId } = await publishInThree());
  });
  afterAll(() => open.close());
  beforeEach(() => {
    asked += 1;
  });

  async function publishInThree() {
    const { house, workspace, memberId: actor } = desk;
    const programmeId = await openProgramme(desk);
    await savePurpose(house, workspace, { ...COMPLETE, programmeId, personaId: 'buyer', actor });
    const surveyId = await openSurvey(desk, programmeId, 'buyer');
    const draft = { ...draftFrom({ questions: SET, intro: '', closing: '' }), shared: 'counted' as const };
    await saveDraft(house, workspace, { surveyId, revision: 1, draft });
    const originals = originalsOf((await readSurvey(house.db, workspace, surveyId))!.draft);
    for (const language of ['de', 'ar'])
      await upsertTranslation(house.db, workspace, {
        ...{ surveyId, language, revision: 0, actor, now: house.clock.now() },
        texts: Object.fromEntries(
          originals.map(({ place, text }) => [place, { text: `${language}: ${text}`, of: text }]),
        ),
      });
    const published = await publishSurvey(house, workspace, { surveyId, revision: 2, actor });
    if (published.kind !== 'published') throw new Error(JSON.stringify(published));
    return { programmeId, versionId: published.versionId };
  }

  async function invited() {
    const lanes = [{ personaId: 'buyer', versionId }];
    const wave = { programmeId, name: `Wave ${asked}`, lanes, actor: desk.memberId };
    const made = await createWave(desk.house, desk.workspace, wave);
    if (made.kind !== 'created') throw new Error(made.kind);
    const person = { name: `Dana Number${asked}`, account: `Account ${asked}`, personaIds: ['buyer'] };
    const token = await ask(desk, made.id, person);
    return { token, path: `/r/${token}` };
  }
  const fieldsOf = (page: string) =>
    Object.fromEntries(Object.entries(hiddenFields(page)).map(([name, values]) => [name, values[0]!]));
  const begun = async (token: string) => {
    const link = await openLink(open.house.db, token, open.clock.now());
    if (link.kind !== 'open') throw new Error(link.kind);
    return link.begun;
  };
  const everything = () => dumpDatabase(open.house.env.databaseUrl);

  /** In German, with what was typed still in its fields. */
  function expectGerman(page: string): void {
    expect(page).toContain('<html lang="de"');
    expect(page).toContain('de: Question q2?');
    expect(page).toMatch(/name="q1" value="7"[^>]* checked/);
    expect(page).toContain('value="typed &amp; not sent"');
    expect(fieldsOf(page).lang).toBe('de');
  }

  test('keeps all that was typed, and goes on in it', async () => {
    const { token, path } = await invited();
    const browser = new HotVisitor(desk.house);
    const { text } = await browser.get(path);
    expect(text).toMatch(/<button name="go" value="in-de" lang="de">Deutsch<\/button>/);
    const switched = await browser.post(path, { ...fieldsOf(text), moved: '1', ...TYPED, go: 'in-de' });
    expect(switched.status).toBe(200);
    expectGerman(switched.text);
    expect(Object.fromEntries((await begun(token))!.given)).toEqual({ q1: ['7'], q2: [TYPED.q2] });
    const back = await browser.post(path, { ...fieldsOf(switched.text), moved: '1', ...TYPED, go: 'in-ar' });
    expect(back.text).toContain('<html lang="ar" dir="rtl">');
    const sent = await browser.post(path, { ...fieldsOf(back.text), moved: '1', ...TYPED, go: 'send' });
    expect(sent.status).toBe(303);
    const row = await open.house.db
      .selectFrom('response')
      .select('language')
      .where('workspace_id', '=', desk.workspace.id)
      .executeTakeFirstOrThrow();
    expect(row.language).toBe('ar');
  });

  test('begins nothing where nothing was typed, and opening one by its address writes nothing', async () => {
    const { token, path } = await invited();
    const browser = new HotVisitor(desk.house);
    const before = await everything();
    const page = await browser.get(`${path}?lang=de`);
    expect(page.text).toContain('<html lang="de"');
    const { text } = await browser.post(path, {
      ...{ ...fieldsOf(page.text), q2: '', q3: '' },
      ...{ moved: '1', go: 'in-en' },
    });
    expect(text).toContain('<html lang="en"');
    expect(await begun(token)).toBeNull();
    expect(await everything()).toBe(before);
  });

  test('the button that Enter presses goes on, whatever stands before it', async () => {
    const { path } = await invited();
    const { text } = await new HotVisitor(desk.house).get(path);
    const form = /<form.*<\/form>/s.exec(text)![0];
    const buttons = [...form.matchAll(/<button[^>]*value="([^"]*)"/g)].map(([, value]) => value);
    expect(buttons).toEqual(['send', 'in-ar', 'in-de', 'send']);
  });

  test('a language nobody offered changes nothing, and no answer is asked for', async () => {
    const { path } = await invited();
    const browser = new HotVisitor(desk.house);
    const { text } = await browser.get(path);
    for (const go of ['in-xx', 'in-', 'in-<b>']) {
      const shown = await browser.post(path, { ...fieldsOf(text), moved: '1', go });
      expect([go, shown.status]).toEqual([go, 200]);
      expect(shown.text).toContain('<html lang="en"');
      expect(shown.text).not.toContain('class="fault"');
    }
  });

  test('through a shared link it keeps what was typed in the page, and writes nothing', async () => {
    const created = await createSharedLink(desk.house, desk.workspace, {
      ...{ programmeId, place: `Page ${asked}`, onePerDevice: true, actor: desk.memberId },
      lanes: [{ personaId: 'buyer', versionId }],
    });
    if (created.kind !== 'created') throw new Error(created.kind);
    const browser = new LinkVisitor(open.house, (await tokenNow(desk, created.waveId))!);
    await browser.choose('buyer');
    const form = await browser.form('buyer');
    const before = await everything();
    const { body, status } = await browser.send('buyer', { ...form, moved: '1', ...TYPED, go: 'in-de' });
    expect(status).toBe(200);
    expectGerman(body);
    expect(await everything()).toBe(before);
  });
});

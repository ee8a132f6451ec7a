import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toSlug } from '#app/platform/ids.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import { publishSurvey } from '#app/programme/publish-survey.server.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';
import { draftFrom } from '#app/survey/draft/draft.ts';
import { saveDraft } from '#app/survey/draft/save-draft.server.ts';
import { checkLogic } from '#app/survey/logic/check-logic.ts';
import { pathOf } from '#app/survey/logic/path.ts';
import { readGiven } from '#app/survey/logic/read-along.ts';
import type { Question } from '#app/survey/question.ts';
import { ask } from '#tests/support/answering.ts';
import { COMPLETE, type Desk, openProgramme, openSurvey } from '#tests/support/asking.ts';
import { type OpenDoors, openDoors, Visitor } from '#tests/support/doors.ts';
import { ADMIN, foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { hiddenFields } from '#tests/support/respond.ts';
import { goodFields, setOf, surveys } from '#tests/support/surveys.ts';

type Fields = [string, string[]][];

/** Surveys of several pages with answers for every question: the same in every run. */
const drawn = fc
  .sample(
    surveys
      .filter((questions) => questions.length > 3 && checkLogic(questions).length === 0)
      .chain((questions) => fc.tuple(fc.constant(questions), fc.tuple(...questions.map(goodFields)))),
    { numRuns: 60, seed: 7 },
  )
  .filter(([questions, fields]) => readGiven(askedOf(questions, fields), new Map(fields.flat())).size > 0)
  .slice(0, 12);

function askedOf(questions: Question[], fields: Fields[]): Question[] {
  return pathOf(questions, readGiven(questions, new Map(fields.flat())));
}

describe('random surveys, without script', () => {
  let testHouse: TestHouse;
  let doors: OpenDoors;
  let desk: Desk;
  let member: Visitor;
  beforeAll(async () => {
    testHouse = await openTestHouse();
    desk = { house: testHouse.house, ...(await foundTestWorkspace(testHouse.house)) };
    doors = await openDoors(testHouse.house);
    member = await new Visitor(doors.origin).signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(async () => {
    await doors.close();
    await testHouse.close();
  });

  test.each(drawn.map(([questions, fields], at) => ({ at, questions, fields })))(
    'number $at is asked by its preview exactly as by its link, and only that is kept',
    async ({ at, questions, fields }) => {
      const programmeId = await openProgramme(desk, `Programme ${at}`);
      const surveyId = await openSurvey(desk, programmeId, 'buyer');
      const { house, workspace, memberId: actor } = desk;
      await savePurpose(house, workspace, { ...COMPLETE, programmeId, personaId: 'buyer', actor });
      await saveDraft(house, workspace, { surveyId, revision: 1, draft: draftFrom(setOf(questions)) });
      const published = await publishSurvey(house, workspace, { surveyId, revision: 2, actor });
      if (published.kind !== 'published') throw new Error(JSON.stringify(published));
      const wave = await createWave(house, workspace, {
        programmeId,
        name: `Wave ${at}`,
        lanes: [{ personaId: 'buyer', versionId: published.versionId }],
        actor,
      });
      if (wave.kind !== 'created') throw new Error(wave.kind);
      const token = await ask(desk, wave.id, { name: `Dana ${at}`, personaIds: ['buyer'] });

      const previewed = await walk(
        member,
        `/surveys/${toSlug('survey', surveyId)}/preview`,
        questions,
        fields,
      );
      const asked = await walk(new Visitor(doors.origin), `/r/${token}`, questions, fields);
      expect(asked).toEqual(previewed);
      const path = askedOf(questions, fields);
      expect(asked.flat()).toEqual(path.map(({ key }) => key));
      expect(await keptKeys(wave.id)).toEqual([...readGiven(path, new Map(fields.flat())).keys()].sort());
    },
  );

  async function keptKeys(waveId: string): Promise<string[]> {
    const rows = await desk.house.db
      .selectFrom('answer')
      .select('question_key')
      .where('workspace_id', '=', desk.workspace.id)
      .where('wave_id', '=', waveId)
      .where('persona_id', '=', 'buyer')
      .execute();
    return rows.map(({ question_key }) => question_key).sort();
  }
});

/** Fills in and sends one page after the other; the keys that each page showed. */
async function walk(
  visitor: Visitor,
  path: string,
  questions: Question[],
  fields: Fields[],
): Promise<string[][]> {
  const pages: string[][] = [];
  let answer = await visitor.get(path);
  for (let presses = 0; presses < 20 && answer.status === 200; presses += 1) {
    const html = await answer.text();
    if (html.includes('Received. Thank you')) return pages;
    // What is only looked over before it is sent is not asked again.
    const asking = html.replace(/<dl class="review">[\s\S]*?<\/dl>/, '');
    const shown = questions.filter(({ wording }) => asking.includes(`${wording}<`));
    if (shown.length > 0) pages.push(shown.map(({ key }) => key));
    const form: Record<string, string[]> = { ...hiddenFields(html), moved: ['1'] };
    for (const question of shown)
      for (const [field, values] of fields[questions.indexOf(question)]!) form[field] = values;
    form.go = [html.includes('value="on"') ? 'on' : 'send'];
    // A hand was seen: nobody waits between two pages here.
    form.moved = ['1'];
    answer = await visitor.post(path, form);
    if (answer.status === 303) answer = await visitor.get(path);
  }
  throw new Error(`${path} ended with ${answer.status}: ${(await answer.text()).slice(0, 3000)}`);
}

import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { readTestLetter } from '#app/delivery/test-letter/read-test-letter.server.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import { publishSurvey } from '#app/programme/publish-survey.server.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { saveDraft } from '#app/survey/draft/save-draft.server.ts';
import { addLanguage } from '#app/survey/translation/add-language.server.ts';
import { seenOf } from '#app/survey/translation/fingerprint.ts';
import { saveTranslation } from '#app/survey/translation/save-translation.server.ts';
import { COMPLETE, type Desk, oneQuestion, openProgramme, openSurvey, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { openSmtpSink, type SmtpSink } from '#tests/support/smtp-sink.ts';

const ORIGINAL = oneQuestion().questions[0]!.wording;
const GERMAN = 'Würden Sie uns weiterempfehlen?';

describe.each(ENGINES)('the language of a letter on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let sink: SmtpSink;
  let waveId: string;

  beforeAll(async () => {
    sink = await openSmtpSink();
    open = await openTestHouse({ engine, vars: { SMTP_URL: sink.url, MAIL_FROM: 'ask@northwind.example' } });
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
    waveId = await draftInTwoLanguages();
  });
  afterAll(async () => {
    await open.close();
    await sink.close();
  });

  async function draftInTwoLanguages(): Promise<string> {
    const { house, workspace, memberId: actor } = desk;
    const programmeId = await openProgramme(desk);
    await savePurpose(house, workspace, { ...COMPLETE, programmeId, personaId: 'buyer', actor });
    const surveyId = await openSurvey(desk, programmeId, 'buyer');
    await saveDraft(house, workspace, { surveyId, revision: 1, draft: oneQuestion() });
    await addLanguage(house, workspace, { surveyId, tag: 'de', actor });
    const typed = [{ place: 'q1.wording', text: GERMAN, seen: seenOf(ORIGINAL, ''), stillRight: false }];
    await saveTranslation(house, workspace, { surveyId, language: 'de', revision: 1, actor, typed });
    const published = await publishSurvey(house, workspace, { surveyId, revision: 2, actor });
    if (published.kind !== 'published') throw new Error(published.kind);
    const lanes = [{ personaId: 'buyer', versionId: published.versionId }];
    const wave = await createWave(house, workspace, { programmeId, name: 'Winter 2027', lanes, actor });
    if (wave.kind !== 'created') throw new Error(wave.kind);
    return wave.id;
  }

  test('each gets the one that is known of them, and else the survey’s own', async () => {
    const { house, workspace, memberId: actor } = desk;
    const known = { 'Anna Huber': 'de-AT', 'Jean Petit': 'fr', 'Ada Lovelace': null } as const;
    const roleIds = [];
    for (const [name, language] of Object.entries(known)) {
      roleIds.push(...(await seat(desk, { name, account: `${name} & Co`, personaIds: ['buyer'] })));
      await house.db
        .updateTable('person')
        .set({ language })
        .where('workspace_id', '=', workspace.id)
        .where('name', '=', name)
        .execute();
    }
    await sendWave(house, workspace, { waveId, roleIds, actor }, queueMessages(house));
    while (await sendDueMessages(house));
    const read = await Promise.all(sink.taken.map(({ bytes }) => PostalMime.parse(bytes)));
    const to = (name: string) => read.find((mail) => mail.to?.some((one) => one.name === name))!;
    expect(to('Anna Huber').subject).toMatch(/^Eine Frage von /);
    expect(to('Anna Huber').text).toContain('Guten Tag Anna Huber,');
    expect(to('Anna Huber').text).toContain(GERMAN);
    expect(to('Anna Huber').html).toContain('<html lang="de" dir="ltr">');
    for (const name of ['Jean Petit', 'Ada Lovelace']) {
      expect(to(name).subject).toMatch(/^One question from /);
      expect(to(name).text).toContain(`Hello ${name.split(' ')[0]},`);
      expect(to(name).text?.replace(/\s+/g, ' ')).toContain(ORIGINAL);
    }
  });

  test('a member looks at it in each, and in no other', async () => {
    const look = async (language: string | null) =>
      (await readTestLetter(desk.house, desk.workspace, {
        ...{ waveId, personaId: 'buyer', workspaceName: 'Northwind', language },
      }))!;
    const german = await look('de');
    expect([german.languages, german.letter.language]).toEqual([['en', 'de'], 'de']);
    expect(german.letter.questionSet.questions[0]?.wording).toBe(GERMAN);
    for (const other of [null, 'fr', '<b>']) expect((await look(other)).letter.language).toBe('en');
  });
});

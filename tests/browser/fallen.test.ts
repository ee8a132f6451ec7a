import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDecision } from '#app/followup/decision/make-decision.server.ts';
import { DAY } from '#app/platform/clock.ts';
import { type Desk, openProgramme, publishFor } from '#tests/support/asking.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { type OpenDoors, openDoors } from '#tests/support/doors.ts';
import { signedInCookie } from '#tests/support/example-house.ts';
import { all, endWave, playWave } from '#tests/support/fallen-waves.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { addMember } from '#tests/support/members.ts';
import { openWatchedContext } from '#tests/support/watched-context.ts';
import { expectOneLook, readAnswers, SCHEMES, SCREENS, takePictures } from './reading.ts';

const PICTURES = process.env.READING_PICTURES;

const EVEN = [...all(14, 9), ...all(6, 7), ...all(4, 3)];
const WAVES = [
  { name: 'Autumn 2026', scores: { end_user: EVEN, influencer: all(6, 8), buyer: all(20, 9) } },
  {
    name: 'Winter 2027',
    scores: { end_user: EVEN, influencer: all(6, 8).map(() => null), buyer: [...all(5, 9), ...all(15, 4)] },
  },
];

/** The reading test where there is something to read: one persona fell, and another said nothing. */
describe('the executive’s page after a fall', () => {
  let test: TestHouse;
  let doors: OpenDoors;
  let browser: Browser;
  beforeAll(async () => {
    test = await openTestHouse();
    const desk: Desk = { house: test.house, ...(await foundTestWorkspace(test.house)) };
    await addMember(test.house, desk.workspace, 'executive');
    const programmeId = await openProgramme(desk);
    const lanes = [];
    for (const personaId of ['end_user', 'influencer', 'buyer'])
      lanes.push({ personaId, versionId: await publishFor(desk, programmeId, personaId) });
    for (const { name, scores } of WAVES) {
      const waveId = await playWave(desk, { programmeId, name, lanes }, scores);
      test.clock.advance(DAY);
      await endWave(desk, waveId);
      test.clock.advance(20 * DAY);
    }
    const decided = await makeDecision(test.house, desk.workspace, {
      programmeId,
      actor: desk.memberId,
      verdict: 'do',
      what: 'The new price list waits until buyers can see what each line is for',
      because: '',
      personaIds: ['buyer'],
      followUpIds: [],
    });
    expect(decided.kind).toBe('made');
    doors = await openDoors(test.house);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await doors?.close();
    await test.close();
  });

  it.each(Object.entries(SCREENS))(
    'says who fell, whether it is real, who is silent, what was promised and done, on one %s',
    async (screen, viewport) => {
      const { context, faults } = await openWatchedContext(browser, { baseURL: doors.origin, viewport });
      await context.addCookies([await signedInCookie(test.house, 'executive')]);
      const page = await context.newPage();
      await page.goto('/overview');
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        if (PICTURES) await takePictures(page, PICTURES, `fallen-${screen}-${colorScheme}`);
        await expectOneLook(page, viewport.height);
      }
      const [fell, real, silent, promised, done] = (await readAnswers(page)).map(({ answer }) => answer);
      expect(fell).toMatch(/^Buyers\nRose: none\.$/);
      expect(real).toMatch(
        /^Yes for buyers\nBuyers down, the difference is between −\d+ and −\d+\. Can’t tell for end-users\.$/,
      );
      expect(silent).toMatch(/^Influencers/);
      expect(promised).toMatch(/^To tell end-users and buyers what came of it, by 5 March/);
      expect(done).toMatch(
        /^Buyers: 1 decision\nDecided: The new price list waits .*\. Nothing yet for end-users\.$/,
      );
      expect(faults).toEqual([]);
      await context.close();
    },
  );
});

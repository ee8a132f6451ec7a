import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import type { Placed } from './bring-people.ts';
import { DAYS, seasonOf } from './calendar.ts';
import { STANDING, WELCOME } from './firm.ts';
import { EARLIER, LATEST, NEW_ACCOUNTS, SILENT } from './hearings.ts';
import { type Part, type PreparedProgramme, prepareProgramme, writePurposes } from './prepare-programme.ts';
import { PURPOSES, WELCOME_PURPOSES } from './purposes.ts';
import { draftOf, SHEETS, WELCOME_SHEETS } from './questions.ts';
import { runWave } from './run-wave.ts';
import { expectKind, type OpenStage } from './stage.ts';
import { tellBack } from './tell-back.ts';
import { ADVOCATE_SAID } from './words/advocate.ts';
import { BUYER_SAID } from './words/buyer.ts';
import { END_USER_SAID } from './words/end-user.ts';
import { INFLUENCER_SAID } from './words/influencer.ts';
import { TOLD_BACK } from './words/told-back.ts';

const SAID = {
  end_user: END_USER_SAID,
  influencer: INFLUENCER_SAID,
  buyer: BUYER_SAID,
  advocate: ADVOCATE_SAID,
};
/** Days that a wave stays open. */
const OPEN = DAYS.latestSent - DAYS.latestClosed;

/** The standing programme: its five personas, why each is asked, and what. */
export async function prepareStanding(stage: OpenStage, procurementId: string): Promise<Standing> {
  stage.goTo(DAYS.surveysWritten);
  const asked = ['end_user', 'influencer', 'buyer', 'procurement', 'advocate'] as const;
  const parts = asked.map((position) => ({
    position,
    personaId: position === 'procurement' ? procurementId : position,
    surveyName: SHEETS[position].name,
    draft: draftOf(SHEETS[position]),
    purpose: PURPOSES[position],
  }));
  const promised = { decide: DAYS.earlierClosed - 10, tell: DAYS.earlierTold - 1 };
  return { ...(await prepareProgramme(stage, STANDING, parts, promised)), parts };
}

export interface Standing extends PreparedProgramme {
  parts: readonly (Part & { position: keyof typeof TOLD_BACK })[];
}

/** The first wave of the standing programme: sent, answered, closed, and everybody told what came of it. */
export async function askEarlier(
  stage: OpenStage,
  { programmeId, lanes, parts }: Standing,
  people: readonly Placed[],
): Promise<void> {
  const sentOn = DAYS.earlierSent;
  const said = mapSaid('earlier');
  const plan = { programmeId, lanes, name: seasonOf(stage.timeOf(sentOn)), sentOn, lasts: OPEN };
  const waveId = await runWave(stage, { ...plan, hearing: EARLIER, said }, people);
  await close(stage, waveId, DAYS.earlierClosed);
  stage.goTo(DAYS.earlierTold, 9);
  const letters = parts.map(({ personaId, position }) => ({ personaId, letter: TOLD_BACK[position] }));
  await tellBack(stage, waveId, letters);
}

/** The same questions half a year later. Who was asked in the other programme rests, and some keep silent. */
export async function askLatest(
  stage: OpenStage,
  { programmeId, lanes, parts }: Standing,
  people: readonly Placed[],
): Promise<{ waveId: string }> {
  stage.goTo(DAYS.latestSent, 7);
  await writePurposes(stage, programmeId, parts, { decide: -11, tell: -18 });
  const sentOn = DAYS.latestSent;
  const said = mapSaid('latest');
  const plan = { programmeId, lanes, name: seasonOf(stage.timeOf(sentOn)), sentOn, lasts: OPEN };
  const waveId = await runWave(stage, { ...plan, hearing: LATEST, silent: SILENT, said }, people);
  await close(stage, waveId, DAYS.latestClosed);
  return { waveId };
}

/** Accounts that signed lately, asked in confidence; the wave stays open and few have answered. */
export async function askNewAccounts(stage: OpenStage, people: readonly Placed[]): Promise<void> {
  stage.goTo(DAYS.welcomeSent + 1);
  const parts = (['end_user', 'influencer'] as const).map((position) => ({
    personaId: position,
    surveyName: WELCOME_SHEETS[position].name,
    draft: draftOf(WELCOME_SHEETS[position]),
    purpose: WELCOME_PURPOSES[position],
  }));
  const prepared = await prepareProgramme(stage, WELCOME, parts, { decide: -39, tell: -46 });
  const plan = { ...prepared, name: 'Accounts that began lately', sentOn: DAYS.welcomeSent, lasts: 3 };
  const only = ({ account }: Placed) => account.isNew;
  await runWave(stage, { ...plan, hearing: NEW_ACCOUNTS, said: {}, only }, people);
}

/** The next wave is drafted and waits for somebody to look at its three piles. */
export async function draftNext(stage: OpenStage, { programmeId, lanes }: Standing): Promise<void> {
  stage.goTo(DAYS.nextDrafted);
  const { house, workspace, actor } = stage;
  const name = seasonOf(stage.timeOf(DAYS.latestSent - 92));
  expectKind(await createWave(house, workspace, { programmeId, name, lanes: [...lanes], actor }), 'created');
}

function mapSaid(wave: 'earlier' | 'latest') {
  const { end_user, influencer, buyer, advocate } = SAID;
  return {
    end_user: end_user[wave],
    influencer: influencer[wave],
    buyer: buyer[wave],
    advocate: advocate[wave],
  };
}

async function close(stage: OpenStage, waveId: string, day: number): Promise<void> {
  const { house, workspace, actor } = stage;
  stage.goTo(day, 18);
  expectKind(await closeWave(house, workspace, { waveId, actor }, endWithWave), 'closed');
}

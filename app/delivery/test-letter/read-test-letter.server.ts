import type { House } from '#app/platform/house.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type ProgrammeBrand, readBrand } from '#app/programme/brand/read-brand.server.ts';
import { type Holder, listSomeHolders } from '#app/programme/pile/holder.store.server.ts';
import { findAskingWave, listLanes, type WaveRow } from '#app/programme/wave/wave.store.server.ts';
import { QuestionSet } from '#app/survey/question.ts';
import { languagesOf, readBy } from '#app/survey/translation/read-by.ts';
import { letterBrand } from '../address-letter.server.ts';
import type { Letter } from '../invitation-mail.ts';
import { findLane } from './test-letter.store.server.ts';

export interface TestLetter {
  wave: WaveRow;
  /** The personas of the send. */
  personaIds: string[];
  personaId: string;
  brand: ProgrammeBrand;
  /** The survey's, its own first. */
  languages: string[];
  /** As one of those who would get it reads it; its links lead to the preview. */
  letter: Letter;
}

export interface WhichLetter {
  waveId: string;
  /** One of the send's; null for its first. */
  personaId: string | null;
  /** One of the survey's; its own unless said. */
  language: string | null;
  workspaceName: string;
}

/** What a persona of a send would get, written as for one of them; null where there is no such send or persona in it. */
export async function readTestLetter(
  { db, env }: Pick<House, 'db' | 'env'>,
  workspace: Workspace,
  { waveId, personaId: asked, language, workspaceName }: WhichLetter,
): Promise<TestLetter | null> {
  const wave = await findAskingWave(db, workspace, waveId);
  if (!wave) return null;
  const personaIds = (await listLanes(db, workspace, waveId)).map(({ personaId }) => personaId);
  const personaId = asked ?? personaIds[0] ?? '';
  const lane = await findLane(db, workspace, { waveId, personaId });
  if (!lane) return null;
  const { programmeId } = wave;
  // A wave has its programme.
  const brand = (await readBrand(db, workspace, programmeId))!;
  const [holder] = await listSomeHolders(db, workspace, { programmeId, personaId });
  const { personName, accountName } = holder ?? NOBODY;
  const { decision, decideOn } = lane;
  const names = { workspaceName, senderName: brand.senderName, personaName: lane.personaName };
  const questions = { set: QuestionSet.parse(JSON.parse(lane.definition)), written: lane.language };
  const letter: Letter = {
    ...{ ...names, personName, accountName },
    why: decision !== null && decideOn !== null ? { decision, decideOn } : null,
    ...readBy(language, questions),
    answerUrl: `${env.publicUrl}/surveys/${toSlug('survey', lane.surveyId)}/preview?version=${lane.number}`,
    unsubscribeUrl: `${env.publicUrl}/u/test`,
    brand: letterBrand(brand, env.publicUrl),
    isTest: true,
  };
  return { wave, personaIds, personaId, brand, languages: languagesOf(questions), letter };
}

/** Where nobody holds the role yet. */
const NOBODY: Pick<Holder, 'personName' | 'accountName'> = {
  personName: 'Alex Example',
  accountName: 'an account',
};

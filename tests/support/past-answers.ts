import { readFileSync } from 'node:fs';
import { AnswerDeclaration } from '#app/answering/import/answer-declaration.ts';
import { bringInAnswers } from '#app/answering/import/bring-in-answers.server.ts';
import { chooseAnswerColumns } from '#app/answering/import/choose-answer-columns.server.ts';
import { decideAnswerWords } from '#app/answering/import/decide-answer-words.server.ts';
import { readAnswerImport } from '#app/answering/import/read-answer-import.server.ts';
import { runAnswerImport } from '#app/answering/import/run-answer-import.server.ts';
import type { AnswerTarget } from '#app/audience/import/answer-columns.ts';
import { receiveFile } from '#app/audience/import/receive-file.server.ts';
import { createPersona } from '#app/persona/create-persona.server.ts';
import { countAnswers } from '#app/results/count-answers.server.ts';
import type { Desk } from './asking.ts';

/** What a person said purchase influence means, word by word (DOMAIN 4.1). */
export const PURCHASE_INFLUENCE: Record<string, string> = {
  'Yes, I influenced the purchase of a substantial addition to the tech stack': 'buyer',
  'Yes, I endorsed a tool that was open-source and is currently used by more than just myself but no purchase was made':
    'advocate',
  'Yes, I influenced the purchase of a tool that more than five colleagues use but it is not a substantial addition to the tech stack':
    'influencer',
  No: 'end_user',
  'Yes, I endorsed a tool that was ultimately not purchased or used at my organization':
    'influencer_not_listened_to',
};

export const JOB_SATISFACTION = {
  scale: 'other_0_10',
  concept: 'Job satisfaction',
  wording: 'How satisfied are you in your current professional developer role?',
  answeredOn: '2025-06-23',
  programmeName: 'Stack Overflow Developer Survey',
  waveName: '2025',
  confidentiality: 'attributed',
};

export const SO_TARGETS: Record<string, AnswerTarget> = { PurchaseInfluence: 'persona', JobSat: 'score' };

export const soFile = () => readFileSync('tests/reference/so2025_sample.csv');

/** The group that endorsed what was never bought: a persona of its own, under the influencers. */
export async function addNotListenedTo({ house, workspace }: Desk): Promise<void> {
  const created = await createPersona(house.db, workspace, {
    name: 'Influencer not listened to',
    plural: 'Influencers not listened to',
    base: 'influencer',
    definition: 'Endorsed a product that their firm then neither bought nor used.',
    question: '',
    now: house.clock.now(),
  });
  if (created.kind !== 'created') throw new Error(created.kind);
}

export interface PastAnswers {
  bytes: Uint8Array | string;
  /** Where a column goes, by its header; the others are left out. */
  targets: Record<string, AnswerTarget>;
  declaration: Record<string, string>;
  words?: Record<string, string | null>;
}

export async function uploadAnswers(desk: Desk, bytes: Uint8Array | string): Promise<string> {
  const file = {
    kind: 'answers' as const,
    fileName: 'past.csv',
    bytes: Buffer.from(bytes),
    actor: desk.memberId,
  };
  const received = await receiveFile(desk.house, desk.workspace, file);
  if (received.kind !== 'received') throw new Error(received.message);
  return received.id;
}

export async function declareAnswers(desk: Desk, importId: string, file: Omit<PastAnswers, 'bytes'>) {
  const page = await readAnswerImport(desk.house.db, desk.workspace, { importId, after: 0 });
  const targets = page!.columns!.map(({ header }) => file.targets[header] ?? 'leave_out');
  const declaration = AnswerDeclaration.parse(file.declaration);
  return chooseAnswerColumns(desk.house, desk.workspace, { importId, targets, declaration });
}

/** As far as the dry run with every word decided. */
export async function checkAnswers(desk: Desk, file: PastAnswers): Promise<string> {
  const { house, workspace, memberId: actor } = desk;
  const importId = await uploadAnswers(desk, file.bytes);
  const chosen = await declareAnswers(desk, importId, file);
  if (chosen.kind !== 'checking') throw new Error(JSON.stringify(chosen));
  await workOn(desk, importId);
  const words = Object.entries(file.words ?? {}).map(([word, personaId]) => ({ word, personaId }));
  const decided = await decideAnswerWords(house, workspace, { importId, words, actor });
  if (decided.kind !== 'checking') throw new Error(decided.kind);
  await workOn(desk, importId);
  return importId;
}

export async function bringAnswers(desk: Desk, file: PastAnswers): Promise<string> {
  const importId = await checkAnswers(desk, file);
  const input = { importId, actor: desk.memberId };
  const brought = await bringInAnswers(desk.house, desk.workspace, input);
  if (brought.kind !== 'queued') throw new Error(JSON.stringify(brought));
  await workOn(desk, importId);
  return importId;
}

/** What the job does with an import that waits for it. */
export function workOn({ house, workspace }: Desk, importId: string, isStopping?: () => boolean) {
  return runAnswerImport(house, workspace, importId, countAnswers, isStopping);
}

export async function readImportPage({ house, workspace }: Desk, importId: string) {
  const page = await readAnswerImport(house.db, workspace, { importId, after: 0 });
  if (!page) throw new Error('the import is gone');
  return page;
}

import { chooseColumns } from '#app/audience/import/choose-columns.server.ts';
import { readImport } from '#app/audience/import/read-import.server.ts';
import { receiveFile } from '#app/audience/import/receive-file.server.ts';
import { runImport } from '#app/audience/import/run-import.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Desk } from './asking.ts';
import { bringAnswers, checkAnswers, type PastAnswers, uploadAnswers } from './past-answers.ts';

/** Imports left at each step, as a visitor may find them; the example itself holds one that is done. */
export interface ImportPlaces {
  peopleColumns: string;
  peopleReading: string;
  peopleChecked: string;
  peopleUnreadable: string;
  answersColumns: string;
  answersChecked: string;
  answersDone: string;
}

const PEOPLE = [
  'Name,E-mail,Company,Job title,Role',
  'Amara Osei,amara@meridian.example,Meridian Foods,Head of finance,Signs',
  'Tom Baker,tom@lumen.example,Lumen Rail,Planner,Works with it',
  'Yusuf Demir,yusuf@vale.example,Vale Water,Engineer,',
  'Nobody Inparticular,not an address,Vale Water,Intern,Signs',
].join('\r\n');

const ANSWERS: PastAnswers = {
  bytes: [
    'Role,Score,Date,Company,Comment',
    'Buyer,9,2024-05-02,Meridian Foods,Clear at last',
    'User,4,2024-05-03,Lumen Rail,Slow on Mondays',
    'Buyer,11,2024-05-03,Lumen Rail,Off the scale',
    'Whoever,7,2024-05-04,Vale Water,Who am I?',
  ].join('\r\n'),
  targets: { Role: 'persona', Score: 'score', Date: 'date', Company: 'account', Comment: 'verbatim' },
  declaration: {
    scale: 'ltr_0_10',
    programmeName: 'Relationship',
    waveName: 'Spring 2024',
    confidentiality: 'attributed',
  },
  words: { Buyer: 'buyer', User: 'end_user' },
};

export async function leaveImports(desk: Desk): Promise<ImportPlaces> {
  const peopleChecked = await chooseTargets(desk, await uploadPeople(desk, PEOPLE));
  await runImport(desk.house, desk.workspace, peopleChecked);
  const peopleUnreadable = await chooseTargets(desk, await uploadPeople(desk, `${PEOPLE}\r\n"never closed`));
  await runImport(desk.house, desk.workspace, peopleUnreadable);
  const runs = {
    peopleChecked,
    peopleUnreadable,
    peopleReading: await chooseTargets(desk, await uploadPeople(desk, PEOPLE)),
    peopleColumns: await uploadPeople(desk, PEOPLE),
    answersDone: await bringAnswers(desk, ANSWERS),
    answersChecked: await checkAnswers(desk, { ...ANSWERS, words: { Buyer: 'buyer' } }),
    answersColumns: await uploadAnswers(desk, ANSWERS.bytes),
  };
  const slugs = Object.entries(runs).map(([name, id]) => [name, toSlug('import', id)]);
  return Object.fromEntries(slugs) as Record<keyof typeof runs, string>;
}

async function uploadPeople({ house, workspace, memberId }: Desk, text: string): Promise<string> {
  const file = { kind: 'people', fileName: 'people.csv', bytes: Buffer.from(text), actor: memberId } as const;
  const received = await receiveFile(house, workspace, file);
  if (received.kind !== 'received') throw new Error(received.message);
  return received.id;
}

/** Keeps the columns that were suggested; the dry run then waits for the job. */
async function chooseTargets({ house, workspace }: Desk, importId: string): Promise<string> {
  const page = await readImport(house.db, workspace, { importId, after: 0 });
  const targets = page!.columns!.columns.map(({ target }) => target);
  const chosen = await chooseColumns(house, workspace, { importId, targets, dateOrders: {} });
  if (chosen.kind !== 'checking') throw new Error(JSON.stringify(chosen));
  return importId;
}

import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { AskedQuestion, LaneRow, WaveLine } from './lane.store.server.ts';
import { type AccountAnswers, mintSample, type Sample } from './sample.ts';
import { type Scale, valuesOf } from './scale.ts';
import { readTally, type TallyRow } from './tally.store.server.ts';

export interface SampleOf {
  wave: WaveLine;
  lane: LaneRow;
  question: AskedQuestion & { scale: Scale };
  invited: number | null;
  /** Only this account's answers, on purpose. */
  account?: { id: string; name: string };
}

/** One persona's answers to one question of one wave, from the tally. The only reader of scores. */
export async function readSample(db: Db, workspace: Workspace, of: SampleOf): Promise<Sample> {
  const { wave, lane, question, account } = of;
  const pin = { waveId: wave.id, personaId: lane.persona.id, questionKey: question.key };
  const rows = await readTally(db, workspace, pin);
  const options = question.options.map(({ key }) => key);
  const all = groupByAccount(rows, question.scale, valuesOf(question.scale, options));
  const accounts = account ? all.filter(({ accountId }) => accountId === account.id) : all;
  return mintSample({
    persona: lane.persona,
    wave: { id: wave.id, name: wave.name, closedAt: wave.closedAt },
    question: { ...question, options },
    accounts,
    known: account ? null : lane.known,
    invited: account ? null : of.invited,
    confidentiality: wave.confidentiality === 'unlinkable' ? 'anonymous' : wave.confidentiality,
    within: account ? { accountId: account.id, name: account.name } : null,
    leftOut: people(all) - people(accounts),
  });
}

function groupByAccount(
  rows: readonly TallyRow[],
  scale: Scale,
  values: readonly string[],
): AccountAnswers[] {
  const cells = new Map(values.map((value, cell) => [value, cell]));
  const accounts = new Map<string | null, { accountName?: string; counts: number[]; ticked: number }>();
  for (const { accountId, accountName, value, people } of rows) {
    const account = accounts.get(accountId) ?? {
      accountName: accountName ?? undefined,
      counts: values.map(() => 0),
      ticked: 0,
    };
    accounts.set(accountId, account);
    const cell = cells.get(value);
    if (cell !== undefined) account.counts[cell]! += people;
    // Whoever prefers not to say has ticked nothing.
    else if (value === '') account.ticked += people;
  }
  return [...accounts].map(([accountId, { ticked, ...account }]) => ({
    accountId,
    ...account,
    // Where several may be ticked, the tally's empty value counts the people behind the ticks.
    ...(scale === 'multiple' ? { people: ticked } : {}),
  }));
}

function people(accounts: readonly AccountAnswers[]): number {
  return accounts.reduce(
    (sum, { counts, people = counts.reduce((all, count) => all + count, 0) }) => sum + people,
    0,
  );
}

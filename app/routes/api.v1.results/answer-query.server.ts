import { pageAccounts } from '#app/audience/wire/page-accounts.server.ts';
import type { House } from '#app/platform/house.ts';
import { type Answer, notFound, saying } from '#app/platform/http/problem.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { answerNamedRequest } from '#app/results/wire/answer-named-request.server.ts';
import { toFigureOut } from '#app/results/wire/figure-wire.ts';
import { toQuestionOut } from '#app/results/wire/question-wire.ts';
import { respondSplit } from '#app/results/wire/respond-split.server.ts';

interface Query {
  waveId: string;
  accountId?: string;
  personas: readonly string[];
  isComposite: boolean;
  actor: Actor;
}

/** Exactly one persona gets its figure, anything else the split. */
export async function answerQuery(
  house: House,
  workspace: Workspace,
  { waveId, accountId, actor, ...whose }: Query,
): Promise<Answer | Response> {
  const { reading } = house;
  const [account] = accountId ? await pageAccounts(reading, workspace, { accountId }) : [];
  if (accountId && !account) return saying(notFound('such account'));
  const thresholds = await readThresholds(reading, workspace);
  const asked = { waveId, account, ...whose };
  const answered = await answerNamedRequest(reading, workspace, asked, thresholds);
  switch (answered.kind) {
    case 'of_persona': {
      const figure = answered.figure && toFigureOut(answered.figure);
      return { status: 200, body: { figure, questions: answered.questions.map(toQuestionOut) } };
    }
    case 'split': {
      const { split } = answered;
      return respondSplit(house, workspace, { split, waveId, personas: whose.personas, actor });
    }
    case 'unknown_wave':
      return saying(notFound('such wave'));
    default:
      return answered satisfies never;
  }
}

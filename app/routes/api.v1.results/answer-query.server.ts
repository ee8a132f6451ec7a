import { pageAccounts } from '#app/audience/wire/page-accounts.server.ts';
import type { House } from '#app/platform/house.ts';
import { type Answer, notFound, saying } from '#app/platform/http/problem.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { noteSplit } from '#app/results/refused/note-split.server.ts';
import { answerNamedRequest } from '#app/results/wire/answer-named-request.server.ts';
import { toFigureOut } from '#app/results/wire/figure-wire.ts';
import { toQuestionOut } from '#app/results/wire/question-wire.ts';
import { toSplitOut } from '#app/results/wire/result-wire.ts';

interface Query {
  waveId: string;
  accountId?: string;
  personas: readonly string[];
  isComposite: boolean;
  actor: Actor;
}

/** The refusal is plain JSON with a body of its own (DOMAIN 3.3), and is written down like every refusal. */
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
      await noteSplit(house, workspace, { split: answered.split, waveId, personas: whose.personas, actor });
      return Response.json(toSplitOut(answered.split), {
        status: 422,
        headers: { 'cache-control': 'no-store' },
      });
    }
    case 'unknown_wave':
      return saying(notFound('such wave'));
    default:
      return answered satisfies never;
  }
}

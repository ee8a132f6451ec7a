import { pageAccounts } from '#app/audience/wire/page-accounts.server.ts';
import { logRefusal } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { type Answer, notFound, saying } from '#app/platform/http/problem.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { answerNamedRequest } from '#app/results/wire/answer-named-request.server.ts';
import { toFigureOut } from '#app/results/wire/figure-wire.ts';
import { toQuestionOut } from '#app/results/wire/question-wire.ts';
import { toSplitOut } from '#app/results/wire/result-wire.ts';

interface Query {
  waveId: string;
  accountId?: string;
  personas: readonly string[];
  actor: Actor;
}

/** The refusal is plain JSON with a body of its own (DOMAIN 3.3), and is written down like every refusal. */
export async function answerQuery(
  { db, reading, ids, clock }: House,
  workspace: Workspace,
  { waveId, accountId, personas, actor }: Query,
): Promise<Answer | Response> {
  const [account] = accountId ? await pageAccounts(reading, workspace, { accountId }) : [];
  if (accountId && !account) return saying(notFound('such account'));
  const thresholds = await readThresholds(reading, workspace);
  const answered = await answerNamedRequest(reading, workspace, { waveId, personas, account }, thresholds);
  switch (answered.kind) {
    case 'of_persona': {
      const figure = answered.figure && toFigureOut(answered.figure);
      return { status: 200, body: { figure, questions: answered.questions.map(toQuestionOut) } };
    }
    case 'split': {
      const { code } = answered.split;
      // As JSON: what was asked may hold any character, and not every database keeps every one.
      const asked = JSON.stringify({ results: waveId, personas }).slice(0, 500);
      await logRefusal(db, workspace, { id: ids.make(), at: clock.now(), actor, code, asked });
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

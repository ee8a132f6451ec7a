import type { House } from '#app/platform/house.ts';
import { toResponse } from '#app/platform/http/problem.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readEndpoint } from '../endpoint/read-endpoint.server.ts';

/**
 * Answers are kept for repetitions, and an address or a secret is kept nowhere but sealed: an answer is kept without
 * them, and completed here. `more` is for whoever asked first.
 */
export async function completeAnswer(
  house: Pick<House, 'db' | 'env' | 'clock'>,
  workspace: Workspace,
  answer: Response,
  more: { secret?: string | null } = {},
): Promise<Response> {
  if (!answer.ok) return answer;
  const kept: { id: string; url: string } = await answer.json();
  const id = fromSlug('endpoint', kept.id);
  const endpoint = id && (await readEndpoint(house, workspace, id));
  const replayed = answer.headers.get('idempotent-replayed');
  return toResponse(
    { status: answer.status, body: { ...kept, url: endpoint ? endpoint.url : '', ...more } },
    replayed === null ? {} : { 'idempotent-replayed': replayed },
  );
}

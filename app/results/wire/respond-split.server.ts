import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { readThresholds } from '../read-thresholds.server.ts';
import { noteSplit } from '../refused/note-split.server.ts';
import type { Split } from '../split.ts';
import { answerNamedRequest } from './answer-named-request.server.ts';
import { toSplitOut } from './result-wire.ts';

interface Asked {
  waveId: string;
  personas: readonly string[];
  actor: Actor;
}

/** The refusal is plain JSON with a body of its own (DOMAIN 3.3), and is written down like every refusal. */
export async function respondSplit(
  house: House,
  workspace: Workspace,
  { split, ...asked }: Asked & { split: Split },
): Promise<Response> {
  await noteSplit(house, workspace, { split, ...asked });
  return Response.json(toSplitOut(split), { status: 422, headers: { 'cache-control': 'no-store' } });
}

/** The same to whoever asked for one number over several personas, of a wave or of one account in it; null for an unknown wave. */
export async function respondComposite(
  house: House,
  workspace: Workspace,
  { account, ...asked }: Asked & { account?: { id: string; name: string } | undefined },
): Promise<Response | null> {
  const thresholds = await readThresholds(house.reading, workspace);
  const { waveId, personas } = asked;
  const request = { waveId, personas, isComposite: true, ...(account && { account }) };
  const answered = await answerNamedRequest(house.reading, workspace, request, thresholds);
  return answered.kind === 'split'
    ? respondSplit(house, workspace, { ...asked, split: answered.split })
    : null;
}

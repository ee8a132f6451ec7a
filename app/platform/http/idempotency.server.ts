import { DAY, MINUTE } from '../clock.ts';
import type { House } from '../house.ts';
import {
  claimKey,
  findKeptAnswer,
  forgetKeys,
  type KeptAnswer,
  keepAnswer,
  releaseKey,
} from '../idempotency.store.server.ts';
import { hashToken } from '../secrets.server.ts';
import { API_PROBLEMS, invalidAt, problemOf } from '../wire/problem.ts';
import type { Workspace } from '../workspace.ts';
import { type Answer, refusal, toResponse } from './problem.server.ts';
import type { SentJson } from './read-wire.server.ts';

/** How long an answer is given again. Clients are told 24 hours; the second day is for their clocks. */
const KEPT_FOR = 2 * DAY;
/** Longer than any request may take (the listener cuts them off): whoever began it is gone. */
const LONGEST_REQUEST = 5 * MINUTE;

type KeepingHouse = Pick<House, 'db' | 'clock'>;

/**
 * Does the work once for each `Idempotency-Key`: the same request again gets the same status and body, marked
 * `Idempotent-Replayed: true`. Without the header the work is simply done. A fault lets the key go, because the
 * work's transaction was undone.
 */
export async function once(
  house: KeepingHouse,
  workspace: Workspace,
  request: Request,
  sent: SentJson,
  work: () => Promise<Answer>,
): Promise<Response> {
  const key = request.headers.get('idempotency-key');
  if (key === null) return toResponse(await work());
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw refusal(badKey());
  const requestHash = hashOf(request, sent);
  const kept = await claimOrFind(house, workspace, key, requestHash);
  if (kept) return replay(kept, requestHash, house.clock.now());
  let answer: Answer;
  try {
    answer = await work();
  } catch (fault) {
    await releaseKey(house.db, workspace, key);
    throw fault;
  }
  await keepAnswer(house.db, workspace, { key, status: answer.status, body: JSON.stringify(answer.body) });
  return toResponse(answer);
}

function hashOf(request: Request, { text }: SentJson): string {
  return hashToken(`${request.method}\n${new URL(request.url).pathname}\n${text}`);
}

/** Undefined when the key is ours now, else what the one who holds it has answered. */
async function claimOrFind(
  { db, clock }: KeepingHouse,
  workspace: Workspace,
  key: string,
  requestHash: string,
): Promise<KeptAnswer | undefined> {
  const now = clock.now();
  const before = now - KEPT_FOR;
  // All old keys go with about one request in 64, which keeps the table small without a job of its own.
  await forgetKeys(db, workspace, requestHash.startsWith('A') ? { before } : { before, key });
  if (await claimKey(db, workspace, { key, requestHash, now })) return undefined;
  const kept = await findKeptAnswer(db, workspace, key);
  // Let go between the two statements: the one who held it is done with a fault.
  return kept ?? { requestHash, status: null, body: null, createdAt: now };
}

function replay(kept: KeptAnswer, requestHash: string, now: number): Response {
  if (kept.requestHash !== requestHash) return refuse('IDEMPOTENCY_MISMATCH');
  if (kept.status === null || kept.body === null) {
    return refuse(
      now - kept.createdAt > LONGEST_REQUEST ? 'IDEMPOTENCY_IN_DOUBT' : 'IDEMPOTENCY_IN_PROGRESS',
    );
  }
  const answer = { status: kept.status, body: JSON.parse(kept.body) as object };
  return toResponse(answer, { 'idempotent-replayed': 'true' });
}

function refuse(code: 'IDEMPOTENCY_MISMATCH' | 'IDEMPOTENCY_IN_PROGRESS' | 'IDEMPOTENCY_IN_DOUBT'): Response {
  return refusal(problemOf(API_PROBLEMS, code, API_PROBLEMS[code].meaning));
}

function badKey() {
  const detail = 'Send 1 to 255 printable ASCII characters, for example a UUID.';
  return invalidAt([{ pointer: '#/Idempotency-Key', detail }]);
}

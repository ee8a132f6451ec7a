import { listPersonas } from '#app/persona/persona.store.server.ts';
import { logRefusal, writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { hashToken, keyIdOf } from '#app/platform/secrets.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import type { QuestionSet } from '#app/survey/question.ts';
import { strictestOf } from '#app/survey/shared-answers.ts';
import { linkToken } from '../link-token.server.ts';
import { findProgramme, markLive } from '../programme.store.server.ts';
import { checkLanes } from '../wave/check-lanes.server.ts';
import type { QuestionSetMismatch } from '../wave/question-set-mismatch.ts';
import { insertWave } from '../wave/wave.store.server.ts';
import { insertSharedLink } from './shared-link.store.server.ts';
import { NewSharedLink } from './shared-link.ts';

export type CreatedSharedLink =
  | { kind: 'created'; waveId: string; answersAre: 'held' | 'counted' }
  | QuestionSetMismatch
  /** Asking is over in it, or rests. */
  | { kind: 'unknown_programme' }
  /** No version of this programme has this id. */
  | { kind: 'unknown_version'; versionId: string }
  /** Nobody can say of themselves that they are one any more. */
  | { kind: 'closed_persona'; personaId: string };

type LinkHouse = Pick<House, 'db' | 'ids' | 'clock' | 'env'>;

/**
 * Opens a survey to whoever comes to a page or chat. The link has a wave of its own, of which nobody knows N, so that
 * its answers stand among nobody else's.
 */
export async function createSharedLink(
  house: LinkHouse,
  workspace: Workspace,
  input: NewSharedLink & { actor: Actor },
): Promise<CreatedSharedLink> {
  const link = NewSharedLink.parse(input);
  return house.db.transaction().execute(async (tx): Promise<CreatedSharedLink> => {
    const inside = { ...house, db: tx };
    const programme = await findProgramme(tx, workspace, link.programmeId);
    const isAsking = programme?.origin === 'asked' && ['draft', 'live'].includes(programme.state);
    if (!isAsking) return { kind: 'unknown_programme' };
    const checked = await checkLanes(tx, workspace, link);
    if (checked.kind === 'refused') {
      const refusal = { at: house.clock.now(), actor: input.actor, code: checked.code };
      await logRefusal(tx, workspace, { ...refusal, asked: 'create shared link' });
    }
    if (checked.kind !== 'fitting') return checked;
    const closed = (await listPersonas(tx, workspace)).filter(({ closedAt }) => closedAt !== null);
    const over = link.lanes.find(({ personaId }) => closed.some(({ id }) => id === personaId));
    if (over) return { kind: 'closed_persona', personaId: over.personaId };
    return open(inside, workspace, { ...link, sets: checked.sets, actor: input.actor });
  });
}

async function open(
  { db: tx, ids, clock, env }: LinkHouse,
  workspace: Workspace,
  { sets, actor, ...link }: NewSharedLink & { sets: readonly QuestionSet[]; actor: Actor },
): Promise<CreatedSharedLink> {
  const now = clock.now();
  const [waveId, id] = [ids.make(), ids.make()];
  const answersAre = strictestOf(sets);
  const { programmeId, place, lanes, onePerDevice } = link;
  await insertWave(tx, workspace, {
    id: waveId,
    programmeId,
    name: place,
    createdAt: now,
    lanes,
    isLink: true,
  });
  await insertSharedLink(tx, workspace, {
    ...{ id, waveId, place, answersAre, onePerDevice, createdAt: now, createdBy: actor },
    tokenHash: hashToken(linkToken(env.appSecret, 'shared', id, 1)),
    keyId: keyIdOf(env.appSecret),
  });
  await markLive(tx, workspace, programmeId);
  const detail = { answersAre, onePerDevice, versions: lanes.map(({ versionId }) => versionId) };
  const entry = { id: ids.make(), at: now, actor, act: 'create_shared_link', subject: waveId, detail };
  await writeAudit(tx, workspace, entry);
  return { kind: 'created', waveId, answersAre };
}

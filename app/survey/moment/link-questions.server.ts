import { readMoment } from '#app/audience/moment/read-moment.server.ts';
import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { listLinkable } from './list-linkable.server.ts';
import { replaceLinks } from './moment-question.store.server.ts';
import { linkKey, MOST_LINKS, type MomentQuestion } from './moment-question.ts';

export type LinkedQuestions =
  | { kind: 'linked' }
  | { kind: 'not_found' }
  | { kind: 'too_many' }
  /** A question that the moment's persona was never asked: what another persona said is felt somewhere else. */
  | { kind: 'not_theirs' };

/** Says which questions are about a moment, in the place of what was said before. */
export async function linkQuestions(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { momentId, questions, actor }: { momentId: string; questions: readonly MomentQuestion[]; actor: Actor },
): Promise<LinkedQuestions> {
  const wanted = new Set(questions.map(linkKey));
  if (wanted.size > MOST_LINKS) return { kind: 'too_many' };
  return db.transaction().execute(async (tx): Promise<LinkedQuestions> => {
    const moment = await readMoment(tx, workspace, momentId);
    if (!moment || moment.closedAt !== null) return { kind: 'not_found' };
    const { personaId } = moment;
    const linkable = await listLinkable(tx, workspace, personaId);
    const chosen = linkable.filter((question) => wanted.has(linkKey(question)));
    if (chosen.length < wanted.size) return { kind: 'not_theirs' };
    await replaceLinks(tx, workspace, { momentId, personaId }, chosen);
    const entry = { id: ids.make(), at: clock.now(), actor, act: 'link_questions', subject: momentId };
    await writeAudit(tx, workspace, { ...entry, detail: { personaId, questions: chosen.length } });
    return { kind: 'linked' };
  });
}

import { listPersonas } from '#app/persona/persona.store.server.ts';
import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { readProgramme } from '#app/programme/read-programme.server.ts';
import { listThemes } from '#app/results/theme/list-themes.server.ts';
import { findDecidable, insertDecision } from './decision.store.server.ts';
import { NewDecision } from './decision.ts';

export type MadeDecision =
  | { kind: 'made'; id: string }
  | { kind: 'unknown'; what: 'programme' | 'persona' | 'theme' }
  /** Follow-ups that are not of this programme, or about no persona that the decision names. */
  | { kind: 'not_theirs'; followUpIds: string[] };

/** Writes down what a programme decided, for the personas named and about the follow-ups grouped. It never changes. */
export async function makeDecision(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { programmeId, actor, ...input }: NewDecision & { programmeId: string; actor: Actor },
): Promise<MadeDecision> {
  const decision = NewDecision.parse(input);
  const personaIds = [...new Set(decision.personaIds)];
  const followUpIds = [...new Set(decision.followUpIds)];
  const themeIds = [...new Set(decision.themeIds)];
  const at = clock.now();
  return db.transaction().execute(async (tx): Promise<MadeDecision> => {
    const found = await readProgramme(tx, workspace, programmeId);
    if (found?.programme.origin !== 'asked') return { kind: 'unknown', what: 'programme' };
    const known = new Set((await listPersonas(tx, workspace)).map(({ id }) => id));
    if (personaIds.some((id) => !known.has(id))) return { kind: 'unknown', what: 'persona' };
    const themes = new Set((await listThemes(tx, workspace)).map(({ id }) => id));
    if (themeIds.some((id) => !themes.has(id))) return { kind: 'unknown', what: 'theme' };
    const whole = { ...decision, programmeId, personaIds, followUpIds, themeIds };
    const theirs = await findDecidable(tx, workspace, whole);
    const strange = followUpIds.filter((id) => !theirs.has(id));
    if (strange.length > 0) return { kind: 'not_theirs', followUpIds: strange };
    const id = ids.make();
    await insertDecision(tx, workspace, { ...whole, id, by: actor, at });
    const entry = { id: ids.make(), at, actor, act: 'make_decision', subject: id };
    await writeAudit(tx, workspace, { ...entry, detail: { verdict: decision.verdict, personaIds } });
    return { kind: 'made', id };
  });
}

import { listPersonas } from '#app/persona/persona.store.server.ts';
import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findProgramme } from '#app/programme/programme.store.server.ts';
import { isOpenTheme } from '#app/results/theme/is-open-theme.server.ts';
import { findAbleMember } from '../member.store.server.ts';
import { listOffered } from './list-rules.server.ts';
import { insertRule } from './rule.store.server.ts';
import { refusedBy, type Trigger } from './rule.ts';

export interface NewRule {
  programmeId: string;
  /** Exactly one: there is no rule of several personas. */
  personaId: string;
  trigger: Trigger;
  what: string;
  ownerId: string | null;
  hours: number;
  actor: Actor;
}

export type CreatedRule =
  | { kind: 'created'; id: string }
  | { kind: 'unknown'; what: 'programme' | 'persona' | 'question' | 'choice' | 'line' | 'owner' | 'theme' }
  /** What the programme promised to those who answer forbids it. */
  | { kind: 'refused'; message: string };

/** Makes a rule that opens follow-ups about one persona, from now on. */
export async function createRule(house: House, workspace: Workspace, rule: NewRule): Promise<CreatedRule> {
  return inTransaction(house.db, async (tx) => {
    const { programmeId, personaId, trigger, actor } = rule;
    const faulty = await faultOf({ ...house, db: tx }, workspace, rule);
    if (faulty) return faulty;
    const [id, at] = [house.ids.make(), house.clock.now()];
    const { what, ownerId, hours } = rule;
    await insertRule(tx, workspace, { id, programmeId, personaId, trigger, what, ownerId, hours, since: at });
    await writeAudit(tx, workspace, {
      ...{ id: house.ids.make(), at, actor, act: 'create_follow_up_rule', subject: id },
      detail: { programmeId, personaId, kind: trigger.kind },
    });
    return { kind: 'created', id };
  });
}

async function faultOf(
  { db: tx }: House,
  workspace: Workspace,
  { programmeId, personaId, trigger, ownerId }: NewRule,
): Promise<Exclude<CreatedRule, { kind: 'created' }> | null> {
  const programme = await findProgramme(tx, workspace, programmeId);
  if (!programme || programme.origin === 'imported') return { kind: 'unknown', what: 'programme' };
  const message = refusedBy(programme.confidentiality, trigger.kind);
  if (message) return { kind: 'refused', message };
  if (ownerId && !(await findAbleMember(tx, workspace, ownerId))) return { kind: 'unknown', what: 'owner' };
  if (trigger.kind === 'theme' && !(await isOpenTheme(tx, workspace, trigger.themeId)))
    return { kind: 'unknown', what: 'theme' };
  if (trigger.kind !== 'score' && trigger.kind !== 'choice')
    return (await isOpenPersona(tx, workspace, personaId)) ? null : { kind: 'unknown', what: 'persona' };
  const asked = (await listOffered(tx, workspace, programmeId)).find(
    ({ surveyId, key, personaId: of }) =>
      surveyId === trigger.surveyId && key === trigger.questionKey && of === personaId,
  );
  if (!asked || (trigger.kind === 'score') !== (asked.scale !== null))
    return { kind: 'unknown', what: 'question' };
  if (trigger.kind === 'choice')
    return asked.choices.some(({ key }) => key === trigger.choiceKey)
      ? null
      : { kind: 'unknown', what: 'choice' };
  const { low, high } = asked.scale!;
  // At most the highest would be everybody.
  return trigger.atMost >= low && trigger.atMost < high ? null : { kind: 'unknown', what: 'line' };
}

async function isOpenPersona(tx: House['db'], workspace: Workspace, personaId: string): Promise<boolean> {
  const personas = await listPersonas(tx, workspace);
  return personas.some(({ id, closedAt }) => id === personaId && closedAt === null);
}

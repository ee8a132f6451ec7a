import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findProgramme } from '#app/programme/programme.store.server.ts';
import { listAbleMembers } from '../../member.store.server.ts';
import { insertAddressees } from './addressee.store.server.ts';
import { insertAlertRule, listAlertRuleRows } from './alert-rule.store.server.ts';
import { nameOfFall, refusedBy, type Watch } from './alert-rule.ts';
import { listAskedPersonas } from './list-alert-rules.server.ts';

interface Asked {
  programmeId: string;
  /** Whom it mails; nobody is lawful too, and the list of alerts then is the place to look. */
  memberIds: readonly string[];
  actor: Actor;
}

export interface NewAlertRule extends Asked {
  /** Exactly one: there is no rule of several personas. */
  personaId: string;
  name: string;
  watch: Watch;
}

export type CreatedAlertRules =
  | { kind: 'created'; ids: string[] }
  | { kind: 'unknown'; what: 'programme' | 'persona' | 'members' }
  /** Every persona that the programme asks has such a rule, or it asks nobody yet. */
  | { kind: 'none_left'; asksNobody: boolean }
  /** What the programme promised to those who answer forbids it. */
  | { kind: 'refused'; message: string };

/** Makes a rule that raises alerts about one persona, from now on. */
export async function createAlertRule(
  house: House,
  workspace: Workspace,
  rule: NewAlertRule,
): Promise<CreatedAlertRules> {
  return inTransaction(house.db, async (tx) => {
    const inside = { ...house, db: tx };
    const faulty = await faultOf(inside, workspace, rule, rule.watch);
    if (faulty) return faulty;
    const personas = await listPersonas(tx, workspace);
    const persona = personas.find(({ id, closedAt }) => id === rule.personaId && closedAt === null);
    if (!persona) return { kind: 'unknown', what: 'persona' };
    return { kind: 'created', ids: [await keepRule(inside, workspace, rule)] };
  });
}

/**
 * "Any persona falls": one rule for each persona that the programme asks, each with its name, and none over several. Those
 * that have one for as many points are left as they are.
 */
export async function createFallRules(
  house: House,
  workspace: Workspace,
  { points, ...asked }: Asked & { points: number },
): Promise<CreatedAlertRules> {
  const watch = { kind: 'fell', points } as const;
  return inTransaction(house.db, async (tx) => {
    const inside = { ...house, db: tx };
    const faulty = await faultOf(inside, workspace, asked, watch);
    if (faulty) return faulty;
    const personas = await listAskedPersonas(tx, workspace, asked.programmeId);
    const left = await withoutSuch(inside, workspace, { ...asked, personas, points });
    if (left.length === 0) return { kind: 'none_left', asksNobody: personas.length === 0 };
    const ids: string[] = [];
    for (const { id: personaId, plural } of left) {
      const rule = { ...asked, personaId, watch, name: nameOfFall(plural, points) };
      ids.push(await keepRule(inside, workspace, rule));
    }
    return { kind: 'created', ids };
  });
}

async function withoutSuch(
  { db: tx }: House,
  workspace: Workspace,
  of: { programmeId: string; personas: readonly Persona[]; points: number },
): Promise<Persona[]> {
  const rules = await listAlertRuleRows(tx, workspace, of.programmeId);
  const has = ({ id }: Persona) =>
    rules.some(
      ({ personaId, watch }) => personaId === id && watch.kind === 'fell' && watch.points === of.points,
    );
  return of.personas.filter((persona) => !has(persona));
}

async function faultOf(
  { db: tx }: House,
  workspace: Workspace,
  { programmeId, memberIds }: Asked,
  watch: Watch,
): Promise<Exclude<CreatedAlertRules, { kind: 'created' }> | null> {
  const programme = await findProgramme(tx, workspace, programmeId);
  if (!programme || programme.origin === 'imported') return { kind: 'unknown', what: 'programme' };
  const message = refusedBy(programme.confidentiality, watch.kind);
  if (message) return { kind: 'refused', message };
  const able = new Set((await listAbleMembers(tx, workspace)).map(({ id }) => id));
  return memberIds.every((id) => able.has(id)) ? null : { kind: 'unknown', what: 'members' };
}

async function keepRule(
  { db: tx, ids, clock }: House,
  workspace: Workspace,
  { programmeId, personaId, name, watch, memberIds, actor }: NewAlertRule,
): Promise<string> {
  const [id, at] = [ids.make(), clock.now()];
  await insertAlertRule(tx, workspace, { id, programmeId, personaId, name, watch, since: at });
  await insertAddressees(tx, workspace, { ruleId: id, memberIds: [...new Set(memberIds)] });
  await writeAudit(tx, workspace, {
    ...{ id: ids.make(), at, actor, act: 'create_alert_rule', subject: id },
    detail: { programmeId, personaId, kind: watch.kind },
  });
  return id;
}

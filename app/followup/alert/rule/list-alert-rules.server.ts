import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findProgramme } from '#app/programme/programme.store.server.ts';
import { listProgrammeVersionRows } from '#app/survey/version/version.store.server.ts';
import { type AbleMember, listAbleMembers } from '../../member.store.server.ts';
import { listAddressees } from './addressee.store.server.ts';
import { listAlertRuleRows } from './alert-rule.store.server.ts';
import { type AlertRule, sayWatch } from './alert-rule.ts';

export interface AlertRulesPage {
  programme: { id: string; name: string; confidentiality: 'attributed' | 'confidential' | 'unlinkable' };
  /** In words, in lane order, with the names of whom each mails. */
  rules: (AlertRule & { when: string; mailed: string[] })[];
  personas: Persona[];
  /** Those for whom the programme has a published survey. */
  asked: Persona[];
  members: AbleMember[];
}

/** The alert rules of a programme and what new ones can be made of; null where it asks nobody, or is not there. */
export async function listAlertRules(
  db: Db,
  workspace: Workspace,
  programmeId: string,
): Promise<AlertRulesPage | null> {
  const programme = await findProgramme(db, workspace, programmeId);
  if (!programme || programme.origin === 'imported') return null;
  const personas = await listPersonas(db, workspace);
  const rules = await listAlertRuleRows(db, workspace, programmeId);
  const mailed = await listAddressees(
    db,
    workspace,
    rules.map((rule) => rule.id),
  );
  const members = await listAbleMembers(db, workspace);
  const place = new Map(personas.map(({ id }, at) => [id, at]));
  const { id, name, confidentiality } = programme;
  const namesOf = (ruleId: string) =>
    members.filter((member) => mailed.get(ruleId)?.includes(member.id)).map((member) => member.name);
  return {
    programme: { id, name, confidentiality },
    rules: rules
      .map((rule) => ({ ...rule, when: sayWatch(rule.watch), mailed: namesOf(rule.id) }))
      .sort((a, b) => (place.get(a.personaId) ?? 0) - (place.get(b.personaId) ?? 0)),
    personas,
    asked: await listAskedPersonas(db, workspace, programmeId),
    members,
  };
}

/** The open personas that a programme has a published survey for, in lane order. */
export async function listAskedPersonas(
  db: Db,
  workspace: Workspace,
  programmeId: string,
): Promise<Persona[]> {
  const versions = await listProgrammeVersionRows(db, workspace, programmeId);
  const asked = new Set(versions.map(({ personaId }) => personaId));
  const personas = await listPersonas(db, workspace);
  return personas.filter(({ id, closedAt }) => closedAt === null && asked.has(id));
}

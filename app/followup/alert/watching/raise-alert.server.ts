import { tellMember } from '#app/delivery/notice/tell-member.server.ts';
import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { toSlug } from '#app/platform/ids.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { dueAfter } from '../../due-time.ts';
import { writeEvents } from '../../hook/event/write-events.server.ts';
import { findFallback, listAbleMembers } from '../../member.store.server.ts';
import { type AlertRow, findAlertRow, insertAlert } from '../alert.store.server.ts';
import { listAddressees } from '../rule/addressee.store.server.ts';
import { isRuleOn } from '../rule/alert-rule.store.server.ts';
import type { AlertRule } from '../rule/alert-rule.ts';
import { alertNotice } from './alert-notice.ts';

export type Raising = Pick<House, 'db' | 'env' | 'ids' | 'clock'>;

/** What a rule found. `what` names the persona of the rule, and no person. */
export interface Finding {
  about: string;
  waveId: string | null;
  accountId: string | null;
  personId: string | null;
  what: string;
}

/**
 * Raises an alert, with the mails and the event of it, all or nothing. False where the rule raised it before, or was switched
 * off meanwhile.
 */
export async function raiseAlert(
  house: Raising,
  workspace: Workspace,
  rule: AlertRule,
  finding: Finding,
): Promise<boolean> {
  return inTransaction(house.db, async (tx) => {
    const inside = { ...house, db: tx };
    if (!(await isRuleOn(tx, workspace, rule.id))) return false;
    const [id, at] = [house.ids.make(), house.clock.now()];
    const { programmeId, personaId } = rule;
    const alert = { ...finding, id, at, ruleId: rule.id, kind: rule.watch.kind, programmeId, personaId };
    if (!(await insertAlert(tx, workspace, alert))) return false;
    const row = await findAlertRow(tx, workspace, id);
    const persona = (await listPersonas(tx, workspace)).find((one) => one.id === personaId);
    if (!row || !persona) throw new Error('An alert without its persona.');
    await mailIt(inside, workspace, row, persona.name);
    await tellListeners(inside, workspace, row, persona.name);
    return true;
  });
}

/** To those whom the rule names, within the hours in which people are asked. */
async function mailIt(
  house: Raising,
  workspace: Workspace,
  row: AlertRow,
  personaName: string,
): Promise<void> {
  const at = dueAfter(house.clock.now(), 0, await readAskingRules(house.db, workspace));
  const alertsUrl = `${house.env.publicUrl}/follow-ups/alerts`;
  for (const memberId of await mailedBy(house, workspace, row)) {
    const notice = alertNotice({ ...row, personaName, alertsUrl });
    await tellMember(house, workspace, {
      memberId,
      kind: 'alert',
      about: `${row.id} ${memberId}`,
      notice,
      at,
    });
  }
}

/** Where nobody whom the rule names can look at it any more, whoever the programme falls to does. */
async function mailedBy({ db: tx }: Raising, workspace: Workspace, row: AlertRow): Promise<string[]> {
  const named = (await listAddressees(tx, workspace, [row.ruleId])).get(row.ruleId) ?? [];
  if (named.length === 0) return [];
  const able = (await listAbleMembers(tx, workspace)).filter(({ id }) => named.includes(id));
  if (able.length > 0) return able.map(({ id }) => id);
  const fallback = await findFallback(tx, workspace, row.programmeId);
  return fallback ? [fallback.id] : [];
}

/** A webhook says whose, where and by which rule, and has no place for the sentence: that may hold a figure. */
async function tellListeners(
  house: Raising,
  workspace: Workspace,
  row: AlertRow,
  personaName: string,
): Promise<void> {
  const data = {
    alert: toSlug('alert', row.id),
    rule: row.ruleName,
    persona: { id: row.personaId, name: personaName },
    programme: toSlug('programme', row.programmeId),
    wave: row.waveId && toSlug('wave', row.waveId),
    account: row.accountId && toSlug('account', row.accountId),
    person: row.personId && toSlug('person', row.personId),
  };
  const names = { account_name: row.accountName, person_name: row.personName, words: null };
  await writeEvents(house, workspace, [
    { kind: 'alert.raised', subject: row.id, at: row.raisedAt, data, names },
  ]);
}

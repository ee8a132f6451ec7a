import type { z } from 'zod';
import {
  AlertRuleForm,
  EveryForm,
  Points,
  SilentDays,
  type Watch,
  WithinDays,
} from '#app/followup/alert/rule/alert-rule.ts';
import {
  type CreatedAlertRules,
  createAlertRule,
  createFallRules,
} from '#app/followup/alert/rule/create-alert-rules.server.ts';
import { deleteAlertRule } from '#app/followup/alert/rule/delete-alert-rule.server.ts';
import { switchAlertRule } from '#app/followup/alert/rule/switch-alert-rule.server.ts';
import type { House } from '#app/platform/house.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { type FaultyForm, faultyForm, readForm } from '#app/platform/read-form.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';

interface Given {
  programmeId: string;
  form: FormData;
  actor: Actor;
}

/** What was ticked beside what was typed: a form that comes back holds both. */
export type FaultyAlertForm = FaultyForm & { ticked: string[] };

type Did = 'made' | 'every' | 'on' | 'off' | 'deleted';
type Acted = FaultyForm | { kind: 'not_found' } | { kind: 'done'; did: Did };

/** What a member does on the page of a programme's alert rules. */
export async function act(
  house: House,
  workspace: Workspace,
  given: Given,
): Promise<Exclude<Acted, FaultyForm> | FaultyAlertForm> {
  const acted = await choose(house, workspace, given);
  if (acted.kind !== 'faulty') return acted;
  const ticked = [...given.form.getAll('members'), ...given.form.getAll('everyMembers')].map(String);
  return { ...acted, ticked };
}

function choose(house: House, workspace: Workspace, given: Given): Promise<Acted> {
  const intent = given.form.get('intent');
  switch (intent) {
    case 'on':
    case 'off':
      return turn(house, workspace, given, intent);
    case 'delete':
      return remove(house, workspace, given);
    case 'every':
      return makeEvery(house, workspace, given);
    default:
      return make(house, workspace, given);
  }
}

async function turn(
  house: House,
  workspace: Workspace,
  { programmeId, form, actor }: Given,
  did: 'on' | 'off',
): Promise<Acted> {
  const ruleId = fromSlug('alertRule', String(form.get('rule') ?? ''));
  if (!ruleId) return { kind: 'not_found' };
  await switchAlertRule(house, workspace, { ruleId, programmeId, isOn: did === 'on', actor });
  return { kind: 'done', did };
}

async function remove(
  house: House,
  workspace: Workspace,
  { programmeId, form, actor }: Given,
): Promise<Acted> {
  const ruleId = fromSlug('alertRule', String(form.get('rule') ?? ''));
  if (!ruleId) return { kind: 'not_found' };
  await deleteAlertRule(house, workspace, { ruleId, programmeId, actor });
  return { kind: 'done', did: 'deleted' };
}

async function make(house: House, workspace: Workspace, { programmeId, form, actor }: Given): Promise<Acted> {
  const read = readForm(form, AlertRuleForm);
  if (read.kind === 'faulty') return read;
  const { persona: personaId, name } = read.input;
  const watch = readWatch(read.input);
  if ('fieldErrors' in watch) return faultyForm(form, watch.fieldErrors);
  const memberIds = readMembers(read.input.members);
  if (!memberIds) return faultyForm(form, { members: UNKNOWN_MEMBER });
  const rule = { programmeId, personaId, name, watch, memberIds, actor };
  return explain(form, await createAlertRule(house, workspace, rule), {
    did: 'made',
    fields: { refused: 'kind', members: 'members' },
  });
}

async function makeEvery(
  house: House,
  workspace: Workspace,
  { programmeId, form, actor }: Given,
): Promise<Acted> {
  const read = readForm(form, EveryForm);
  if (read.kind === 'faulty') return read;
  const memberIds = readMembers(read.input.everyMembers);
  if (!memberIds) return faultyForm(form, { everyMembers: UNKNOWN_MEMBER });
  const asked = { programmeId, points: read.input.everyPoints, memberIds, actor };
  return explain(form, await createFallRules(house, workspace, asked), {
    did: 'every',
    fields: { refused: 'everyPoints', members: 'everyMembers' },
  });
}

const UNKNOWN_MEMBER = 'Choose members who can sign in and work on follow-ups.';

function explain(
  form: FormData,
  made: CreatedAlertRules,
  { did, fields }: { did: Did; fields: { refused: string; members: string } },
): Acted {
  switch (made.kind) {
    case 'created':
      return { kind: 'done', did };
    case 'refused':
      return faultyForm(form, { [fields.refused]: made.message });
    case 'none_left':
      return faultyForm(form, {
        [fields.refused]: made.asksNobody
          ? 'This programme has no published survey yet, so there is no persona to make a rule for.'
          : 'Every persona that this programme asks has such a rule already.',
      });
    case 'unknown':
      if (made.what === 'programme') return { kind: 'not_found' };
      return made.what === 'members'
        ? faultyForm(form, { [fields.members]: UNKNOWN_MEMBER })
        : faultyForm(form, { persona: 'Choose a persona that is open.' });
    default:
      return made satisfies never;
  }
}

function readMembers(slugs: readonly string[]): string[] | null {
  const ids = slugs.map((slug) => fromSlug('member', slug));
  return ids.includes(null) ? null : (ids as string[]);
}

type Typed = z.infer<typeof AlertRuleForm>;

/** What the fields of the chosen kind say; those of the others are left alone. */
function readWatch(typed: Typed): Watch | { fieldErrors: Record<string, string> } {
  const { kind } = typed;
  const fieldErrors: Record<string, string> = {};
  const take = (field: 'points' | 'silentDays' | 'renewalDays' | 'withinDays', schema: typeof Points) => {
    const read = schema.safeParse(typed[field] || undefined);
    if (!read.success) fieldErrors[field] = read.error.issues[0]!.message;
    return read.data ?? 0;
  };
  const watch = watchOf(kind, take);
  return Object.keys(fieldErrors).length > 0 ? { fieldErrors } : watch;
}

type Take = (field: 'points' | 'silentDays' | 'renewalDays' | 'withinDays', schema: typeof Points) => number;

function watchOf(kind: Typed['kind'], take: Take): Watch {
  switch (kind) {
    case 'fell':
      return { kind, points: take('points', Points) };
    case 'silence':
      return {
        ...{ kind, silentDays: take('silentDays', SilentDays) },
        renewalDays: take('renewalDays', SilentDays),
      };
    case 'owed':
      return { kind, withinDays: take('withinDays', WithinDays) };
    case 'left':
      return { kind };
    default:
      return kind satisfies never;
  }
}

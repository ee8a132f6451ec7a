import { z } from 'zod';
import { assignRole } from '#app/audience/assign-role.server.ts';
import { saveValues } from '#app/audience/attribute/save-values.server.ts';
import { fieldOf, valuesIn } from '#app/audience/attribute/value-form.ts';
import { closeRole } from '#app/audience/close-role.server.ts';
import { confirmRole } from '#app/audience/confirm-role.server.ts';
import { leaveAccount } from '#app/audience/leave-account.server.ts';
import { employPerson } from '#app/audience/people/employ-person.server.ts';
import { LanguageField, TimeZoneField } from '#app/audience/people/locale-fields.ts';
import { preferAddress } from '#app/audience/prefer-address.server.ts';
import { savePerson } from '#app/audience/save-person.server.ts';
import type { House } from '#app/platform/house.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { type FaultyForm, faultyForm, readForm } from '#app/platform/read-form.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';

export interface Act {
  personId: string;
  actor: Actor;
  form: FormData;
}

/** Null when it was done. */
export type Acted = FaultyForm | { kind: 'not_found' } | null;

/** What a member does on the page of one person, by the intent of the form. */
export function act(house: House, workspace: Workspace, given: Act): Promise<Acted> {
  switch (given.form.get('intent')) {
    case 'confirm':
      return confirm(house, workspace, given);
    case 'end':
      return end(house, workspace, given);
    case 'assign':
      return assign(house, workspace, given);
    case 'leave':
      return leave(house, workspace, given);
    case 'employ':
      return employ(house, workspace, given);
    case 'details':
      return change(house, workspace, given);
    case 'attributes':
      return describe(house, workspace, given);
    case 'prefer':
      return prefer(house, workspace, given);
    default:
      return Promise.resolve({ kind: 'not_found' });
  }
}

/** A day as a form sends it, as the ms at its beginning in UTC; empty is null. */
const Day = z.iso
  .date('Choose a day.')
  .or(z.literal(''))
  .transform((day) => (day === '' ? null : Date.parse(day)));

async function prefer(house: House, workspace: Workspace, { personId, actor, form }: Act): Promise<Acted> {
  const emailKey = String(form.get('address') ?? '');
  const preferred = await preferAddress(house, workspace, { personId, emailKey, actor });
  return preferred.kind === 'not_found' ? preferred : null;
}

async function describe(house: House, workspace: Workspace, { personId, actor, form }: Act): Promise<Acted> {
  const own = { about: 'person', holderId: personId, values: valuesIn(form), actor } as const;
  const saved = await saveValues(house, workspace, own);
  if (saved.kind === 'attribute') return faultyForm(form, { [fieldOf(saved.name)]: saved.message });
  return saved.kind === 'saved' ? null : saved;
}

async function confirm(house: House, workspace: Workspace, { actor, form }: Act): Promise<Acted> {
  const roleId = fromSlug('role', String(form.get('role') ?? ''));
  if (!roleId) return { kind: 'not_found' };
  const confirmed = await confirmRole(house, workspace, { roleId, actor });
  return confirmed.kind === 'not_found' ? confirmed : null;
}

const End = z.object({
  reason: z.string().trim().min(1, 'Say in a few words why the role ended.').max(200),
  endedOn: Day,
});

async function end(house: House, workspace: Workspace, { actor, form }: Act): Promise<Acted> {
  const roleId = fromSlug('role', String(form.get('role') ?? ''));
  const read = readForm(form, End);
  if (!roleId) return { kind: 'not_found' };
  if (read.kind === 'faulty') return read;
  const { reason, endedOn } = read.input;
  const closed = await closeRole(house, workspace, { roleId, reason, endedAt: endedOn ?? undefined, actor });
  if (closed.kind === 'before_start') return faultyForm(form, { endedOn: 'The role began after this day.' });
  return closed.kind === 'not_found' ? closed : null;
}

const Assign = z.object({
  account: z.string().min(1, 'Choose the account where the role is held.'),
  persona: z
    .string({ error: 'Choose what this person does there.' })
    .min(1, 'Choose what this person does there.'),
  evidence: z.string().trim().min(1, 'Say how you know, in a few words.').max(300),
  startedOn: Day,
});

async function assign(house: House, workspace: Workspace, { personId, actor, form }: Act): Promise<Acted> {
  const read = readForm(form, Assign);
  if (read.kind === 'faulty') return read;
  const { account, persona: personaId, evidence, startedOn } = read.input;
  const accountId = fromSlug('account', account);
  if (!accountId) return faultyForm(form, { account: 'Choose an account of this list.' });
  const startedAt = startedOn ?? house.clock.now();
  if (startedAt > house.clock.now()) return faultyForm(form, { startedOn: 'This day is still to come.' });
  const role = {
    personId,
    accountId,
    personaId,
    source: 'csm',
    evidence,
    startedAt,
    actor,
    confirmed: true,
  } as const;
  const assigned = await assignRole(house, workspace, role);
  switch (assigned.kind) {
    case 'assigned':
      return null;
    case 'already':
      return faultyForm(form, { persona: 'This role is held there already.' });
    case 'overlap':
      return faultyForm(form, { startedOn: 'The same role was held beyond this day. Begin where it ended.' });
    case 'unknown_persona':
      return faultyForm(form, { persona: 'This persona is closed. Choose another one.' });
    case 'unknown_account':
      return faultyForm(form, { account: 'Choose an account of this list.' });
    case 'unknown_person':
      return { kind: 'not_found' };
    default:
      return assigned satisfies never;
  }
}

const Leave = z.object({ account: z.string(), leftOn: Day });

async function leave(house: House, workspace: Workspace, { personId, actor, form }: Act): Promise<Acted> {
  const read = readForm(form, Leave);
  if (read.kind === 'faulty') return read;
  const accountId = fromSlug('account', read.input.account);
  if (!accountId) return { kind: 'not_found' };
  const at = read.input.leftOn ?? undefined;
  await leaveAccount(house, workspace, { personId, accountId, at, reason: 'left the account', actor });
  return null;
}

const Employ = z.object({
  accountName: z.string().trim().min(1, 'Write the name of the account.').max(200),
  title: z.string().trim().max(200),
  leaving: z.enum(['all', 'none'], { error: 'Say whether the other workplace goes on.' }).default('none'),
});

async function employ(house: House, workspace: Workspace, { personId, actor, form }: Act): Promise<Acted> {
  const read = readForm(form, Employ);
  if (read.kind === 'faulty') return read;
  const { accountName, title, leaving } = read.input;
  const leavesOthers = leaving === 'all';
  const employed = await employPerson(house, workspace, {
    personId,
    accountName,
    title,
    leavesOthers,
    actor,
  });
  if (employed.kind === 'not_found') return employed;
  return employed.kind === 'said' ? faultyForm(form, { accountName: employed.message }) : null;
}

const Details = z.object({
  name: z.string().trim().min(1, 'Write the person’s name.').max(200),
  email: z.string().trim().max(300),
  language: LanguageField,
  timeZone: TimeZoneField,
});

async function change(house: House, workspace: Workspace, { personId, actor, form }: Act): Promise<Acted> {
  const read = readForm(form, Details);
  if (read.kind === 'faulty') return read;
  const { email, ...details } = read.input;
  const emails = email === '' ? [] : [email];
  const saved = await savePerson(house, workspace, { personId, ...details, emails, source: 'csm', actor });
  switch (saved.kind) {
    case 'saved':
      return null;
    case 'invalid':
      return faultyForm(form, { [saved.field === 'emails' ? 'email' : 'name']: saved.message });
    case 'several_people':
      return faultyForm(form, { email: 'This address is another person’s. People are never merged here.' });
    default:
      return { kind: 'not_found' };
  }
}

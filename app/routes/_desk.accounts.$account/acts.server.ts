import { z } from 'zod';
import { saveValues } from '#app/audience/attribute/save-values.server.ts';
import { fieldOf, valuesIn } from '#app/audience/attribute/value-form.ts';
import { saveAccount } from '#app/audience/save-account.server.ts';
import type { House } from '#app/platform/house.ts';
import { type FaultyForm, faultyForm, readForm } from '#app/platform/read-form.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';

interface Act {
  accountId: string;
  form: FormData;
  actor: Actor;
}

/** Null when it was done. */
type Acted = FaultyForm | { kind: 'not_found' } | null;

/** What a member does on the page of one account, by the intent of the form. */
export function act(house: House, workspace: Workspace, given: Act): Promise<Acted> {
  return given.form.get('intent') === 'attributes'
    ? describe(house, workspace, given)
    : change(house, workspace, given);
}

const Details = z.object({ name: z.string(), renewalOn: z.string() });

async function change(house: House, workspace: Workspace, { accountId, form, actor }: Act): Promise<Acted> {
  const read = readForm(form, Details);
  if (read.kind === 'faulty') return read;
  const { name, renewalOn } = read.input;
  const saved = await saveAccount(house, workspace, {
    accountId,
    name,
    renewalOn: renewalOn || null,
    actor,
  });
  if (saved.kind === 'not_found') return saved;
  return saved.kind === 'invalid' ? faultyForm(form, { [saved.field]: saved.message }) : null;
}

async function describe(house: House, workspace: Workspace, { accountId, form, actor }: Act): Promise<Acted> {
  const own = { about: 'account', holderId: accountId, values: valuesIn(form), actor } as const;
  const saved = await saveValues(house, workspace, own);
  if (saved.kind === 'attribute') return faultyForm(form, { [fieldOf(saved.name)]: saved.message });
  return saved.kind === 'saved' ? null : saved;
}

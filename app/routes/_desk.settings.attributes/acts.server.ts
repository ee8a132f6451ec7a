import { z } from 'zod';
import { ABOUT } from '#app/audience/attribute/attribute.ts';
import { createAttribute } from '#app/audience/attribute/create-attribute.server.ts';
import { deleteAttribute } from '#app/audience/attribute/delete-attribute.server.ts';
import { renameAttribute } from '#app/audience/attribute/rename-attribute.server.ts';
import type { House } from '#app/platform/house.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { type FaultyForm, faultyForm, readForm } from '#app/platform/read-form.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';

interface Act {
  form: FormData;
  actor: Actor;
}

/** Null when it was done. */
type Acted = FaultyForm | { kind: 'not_found' } | null;

export function act(house: House, workspace: Workspace, given: Act): Promise<Acted> {
  switch (given.form.get('intent')) {
    case 'rename':
      return rename(house, workspace, given);
    case 'delete':
      return remove(house, workspace, given);
    default:
      return add(house, workspace, given);
  }
}

const Added = z.object({
  name: z.string(),
  about: z.enum(ABOUT, { error: 'Say whether it tells something about people or about accounts.' }),
});

async function add(house: House, workspace: Workspace, { form, actor }: Act): Promise<Acted> {
  const read = readForm(form, Added);
  if (read.kind === 'faulty') return read;
  const created = await createAttribute(house, workspace, { ...read.input, actor });
  return created.kind === 'created' ? null : faultyForm(form, { name: created.message });
}

async function rename(house: House, workspace: Workspace, { form, actor }: Act): Promise<Acted> {
  const id = idOf(form);
  const name = String(form.get('newName') ?? '');
  const renamed = id ? await renameAttribute(house, workspace, { id, name, actor }) : NOT_FOUND;
  if (renamed.kind === 'not_named') return faultyForm(form, { newName: renamed.message });
  return renamed.kind === 'renamed' ? null : renamed;
}

async function remove(house: House, workspace: Workspace, { form, actor }: Act): Promise<Acted> {
  const id = idOf(form);
  const deleted = id ? await deleteAttribute(house, workspace, { id, actor }) : NOT_FOUND;
  return deleted.kind === 'deleted' ? null : deleted;
}

const NOT_FOUND = { kind: 'not_found' } as const;

function idOf(form: FormData): string | null {
  return fromSlug('attribute', String(form.get('attribute') ?? ''));
}

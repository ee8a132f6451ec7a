import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { nameKey } from '../keys.ts';
import { listAttributeRows } from './attribute.store.server.ts';
import {
  ABOUT_WORDS,
  type About,
  type Attribute,
  type AttributeValue,
  readValue,
  UNFIT_VALUE,
} from './attribute.ts';
import { clearValues, putValues } from './value.store.server.ts';

/** By the name of an attribute: its value, or null to clear it. What is not named stays. */
export type NamedValues = Readonly<Record<string, string | null>>;

export type AttributeFault = { kind: 'attribute'; name: string; message: string };

interface ResolvedValues {
  kind: 'resolved';
  given: AttributeValue[];
  cleared: string[];
}

/** What these names and texts mean here, or the first that means nothing. */
export async function resolveValues(
  db: Db,
  workspace: Workspace,
  about: About,
  values: NamedValues,
): Promise<ResolvedValues | AttributeFault> {
  const given: ResolvedValues['given'] = [];
  const cleared: string[] = [];
  const entries = Object.entries(values);
  const known = entries.length > 0 ? await byNameKey(db, workspace, about) : new Map<string, Attribute>();
  for (const [name, text] of entries) {
    const attribute = known.get(nameKey(name));
    if (!attribute) return { kind: 'attribute', name, message: unknown(about, name) };
    const read = readValue(text ?? '');
    if (read.kind === 'unfit') return { kind: 'attribute', name, message: UNFIT_VALUE };
    if (read.kind === 'empty') cleared.push(attribute.id);
    else given.push({ attributeId: attribute.id, value: read.value, key: read.key });
  }
  return { kind: 'resolved', given, cleared };
}

/** Part of the transaction that saves the person or account. */
export async function writeValues(
  tx: Db,
  workspace: Workspace,
  about: About,
  holderId: string,
  { given, cleared }: ResolvedValues,
): Promise<void> {
  await putValues(
    tx,
    workspace,
    about,
    given.map((value) => ({ ...value, holderId })),
  );
  await clearValues(tx, workspace, about, { holderId, attributeIds: cleared });
}

async function byNameKey(db: Db, workspace: Workspace, about: About): Promise<Map<string, Attribute>> {
  const own = (await listAttributeRows(db, workspace)).filter((one) => one.about === about);
  return new Map(own.map((one) => [nameKey(one.name), one]));
}

function unknown(about: About, name: string): string {
  return `There is no attribute of ${ABOUT_WORDS[about]} called ${name}. It is added in Settings, Attributes.`;
}

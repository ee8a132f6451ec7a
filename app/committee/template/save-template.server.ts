import { listPersonas } from '#app/persona/persona.store.server.ts';
import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { readTemplate } from './read-template.server.ts';
import type { SavedTemplate } from './saved-template.ts';
import { replaceSeats } from './template.store.server.ts';
import { hasASeat, MOST_PEOPLE, type Template } from './template.ts';

/** Writes who should be heard at every account. It holds from now on, also for waves that are over: coverage is read, not kept. */
export async function saveTemplate(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { template, actor }: { template: Template; actor: Actor },
): Promise<SavedTemplate> {
  const wanted = Object.entries(template).filter(([, people]) => people !== 0);
  return inTransaction(db, async (tx): Promise<SavedTemplate> => {
    const seats = new Set((await listPersonas(tx, workspace)).filter(hasASeat).map(({ id }) => id));
    for (const [personaId, people] of wanted) {
      if (!seats.has(personaId)) return { kind: 'no_seat', personaId };
      if (!isCount(people)) return { kind: 'not_a_count', personaId };
    }
    if (wanted.length === 0) return { kind: 'empty' };
    const before = await readTemplate(tx, workspace);
    const after = Object.fromEntries(wanted);
    await replaceSeats(tx, workspace, after);
    const entry = { id: ids.make(), at: clock.now(), actor, act: 'save_committee_template' };
    await writeAudit(tx, workspace, { ...entry, subject: workspace.id, detail: { before, after } });
    return { kind: 'saved' };
  });
}

function isCount(people: number): boolean {
  return Number.isInteger(people) && people >= 1 && people <= MOST_PEOPLE;
}

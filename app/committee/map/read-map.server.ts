import { listMoments } from '#app/audience/moment/list-moments.server.ts';
import type { Moment } from '#app/audience/moment/moment.ts';
import {
  type Contact,
  countContact,
  countHolders,
} from '#app/audience/moment/touch/touch-count.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { readRequirements } from '#app/persona/requirements/read-requirements.server.ts';
import type { Requirements } from '#app/persona/requirements/requirements.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type LinkedAnswers, readLinked } from '#app/results/read-linked.server.ts';
import type { Thresholds } from '#app/results/thresholds.ts';
import { listLinks } from '#app/survey/moment/list-links.server.ts';
import { linkKey } from '#app/survey/moment/moment-question.ts';

/** One moment as ONE persona has it. */
export interface MomentColumn {
  moment: Moment;
  /** Null: no contact here, which is no step left out. */
  contact: Contact | null;
  /** Questions that are about the moment, and what was said to those that were asked already. */
  questions: number;
  felt: LinkedAnswers[];
}

export interface PersonaMap {
  persona: Persona;
  personas: Persona[];
  requirements: Requirements;
  holders: { people: number; accounts: number };
  columns: MomentColumn[];
  /** Moments that are looked at no more; their touches stay. */
  closed: Moment[];
}

/** The map of one persona: who they are, what they need, and where they meet us. Null where there is no such persona. */
export async function readMap(
  db: Db,
  workspace: Workspace,
  personaId: string,
  thresholds: Thresholds,
): Promise<PersonaMap | null> {
  const personas = await readPersonas(db, workspace);
  const persona = personas.find(({ id }) => id === personaId);
  if (!persona) return null;
  const moments = await listMoments(db, workspace, personaId);
  const open = moments.filter(({ closedAt }) => closedAt === null);
  const contact = await countContact(db, workspace, personaId);
  const links = await listLinks(db, workspace, personaId);
  const questions = open.flatMap(({ id }) => links.get(id) ?? []);
  const different = [...new Map(questions.map((question) => [linkKey(question), question])).values()];
  const answers = await readLinked(db, workspace, { personaId, questions: different }, thresholds);
  const said = new Map(answers.map((one) => [linkKey(one), one]));
  return {
    persona,
    personas,
    requirements: await readRequirements(db, workspace, personaId),
    holders: await countHolders(db, workspace, personaId),
    columns: open.map((moment) => {
      const linked = links.get(moment.id) ?? [];
      const felt = linked.flatMap((question) => said.get(linkKey(question)) ?? []);
      return { moment, contact: contact.get(moment.id) ?? null, questions: linked.length, felt };
    }),
    closed: moments.filter(({ closedAt }) => closedAt !== null),
  };
}

import { listPersonas } from '#app/persona/persona.store.server.ts';
import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findImportedWaveById } from '#app/programme/imported/imported-wave.store.server.ts';
import { lockWave } from '#app/programme/wave/wave.store.server.ts';
import { findAnswerImport } from '../import/answer-import.store.server.ts';
import { questionSetOf } from '../import/declared-question.ts';
import { keepImported } from '../import/keep-imported.server.ts';
import type { OnKept } from '../keep-together.server.ts';
import { deleteUnplaced, type ToPlace, takeUnplaced } from './unplaced.store.server.ts';
import type { UnplacedAnswer } from './unplaced-answer.ts';

export interface Placing {
  which: ToPlace;
  personaId: string;
  actor: Actor;
}

export type PlacedAnswers =
  | { kind: 'placed'; answers: number }
  | { kind: 'unknown_persona' }
  /** Nothing of this kind is unplaced any more. */
  | { kind: 'nothing' }
  | { kind: 'other_question'; message: string };

/** Answers of one transaction. */
const BATCH = 200;

/**
 * A person says in which role an answer was given: one answer, or all that hold one word in one wave. There is no
 * way to place all (DOMAIN case 37). From then on they count under that persona, for good.
 */
export async function placeAnswers(
  house: House,
  workspace: Workspace,
  placing: Placing,
  onKept: OnKept,
): Promise<PlacedAnswers> {
  const personas = await listPersonas(house.db, workspace);
  if (!personas.some(({ id, closedAt }) => id === placing.personaId && closedAt === null))
    return { kind: 'unknown_persona' };
  for (let answers = 0; ; ) {
    const placed = await house.db
      .transaction()
      .execute((tx) => placeBatch(house, tx, workspace, placing, onKept));
    if (placed.kind === 'other_question') return placed;
    if (placed.kind === 'placed') answers += placed.answers;
    if (placed.kind === 'nothing' || placing.which.kind === 'answer')
      return answers > 0 ? { kind: 'placed', answers } : { kind: 'nothing' };
  }
}

async function placeBatch(
  house: House,
  tx: Db,
  workspace: Workspace,
  { which, personaId, actor }: Placing,
  onKept: OnKept,
): Promise<PlacedAnswers> {
  const [first] = await takeUnplaced(tx, workspace, which, 1);
  if (!first) return { kind: 'nothing' };
  await lockWave(tx, workspace, first.waveId);
  const wave = await findImportedWaveById(tx, workspace, first.waveId);
  // Read again under the lock; one file at a time, because each brought its own question.
  const waiting = await takeUnplaced(tx, workspace, which, BATCH);
  const answers = waiting.filter(({ importId }) => importId === waiting[0]?.importId);
  const [head] = answers;
  if (!wave || !head) return { kind: 'nothing' };
  const found = await findAnswerImport(tx, workspace, head.importId);
  const { question = null, targets } = found?.choices ?? {};
  const now = house.clock.now();
  const kept = await keepImported(
    tx,
    workspace,
    {
      ...{ wave, actor, now, makeId: () => house.ids.make() },
      set: questionSetOf(question, targets?.includes('verbatim') ?? false),
      rows: answers.map((answer) => ({ ...answer, personaId })),
    },
    onKept,
  );
  if (kept.kind === 'other_question') return refuse(wave.name);
  await deleteUnplaced(tx, workspace, idsOf(answers));
  const entry = { id: house.ids.make(), at: now, actor, act: 'place_answers', subject: wave.id };
  const { word, importId } = head;
  await writeAudit(tx, workspace, {
    ...entry,
    detail: { personaId, word, importId, answers: answers.length },
  });
  return { kind: 'placed', answers: answers.length };
}

function refuse(waveName: string): PlacedAnswers {
  const message = `This persona answered another question in “${waveName}”. Bring these answers in as a wave of their own.`;
  return { kind: 'other_question', message };
}

function idsOf(answers: readonly UnplacedAnswer[]): string[] {
  return answers.map(({ id }) => id);
}

import { answer, ask } from './answering.ts';
import { type Desk, draftWave } from './asking.ts';

/** What each persona answers, by persona id: one person per score, each at an account of their own. */
export type Scores = Readonly<Record<string, readonly number[]>>;

/** The same, with null for whoever is asked and stays silent. */
export type Asked = Readonly<Record<string, readonly (number | null)[]>>;

/** Promoters, passives and detractors as scores 9, 7 and 3. */
export function scoresOf({ P, Q, D }: { P: number; Q: number; D: number }): number[] {
  return [...Array<number>(P).fill(9), ...Array<number>(Q).fill(7), ...Array<number>(D).fill(3)];
}

/** A sent wave in which every score was given by link, and who gives none was asked for it; returns its id. */
export async function heardWave(desk: Desk, scores: Asked): Promise<string> {
  const personaIds = Object.keys(scores);
  const { waveId } = await draftWave(desk, personaIds);
  for (const personaId of personaIds) {
    for (const [i, score] of scores[personaId]!.entries()) {
      const name = `${personaId} number ${i}`;
      const token = await ask(desk, waveId, {
        name,
        account: `Account ${i}`,
        personaIds: [personaId],
        email: `${personaId}${i}@a.example`,
      });
      if (score === null) continue;
      const kept = await answer(desk.house, token, { [QUESTION]: String(score) });
      if (kept.kind !== 'kept') throw new Error(`not kept: ${kept.kind}`);
    }
  }
  return waveId;
}

/** The key of the one question that `draftWave` asks. */
export const QUESTION = 'q1';

import type { Cell as TallyCell } from '#app/results/lane-count.ts';
import { addToSums, NO_SUMS, writeSums } from '#app/results/lane-sums.ts';
import {
  accountOf,
  type BigWave,
  idOf,
  invitationOf,
  PERSONAS,
  RARE_WORD,
  type Shape,
  waveNumber,
} from './big-shape.ts';
import { type BulkRows, type Cell, inPieces } from './bulk-rows.ts';

interface Lane {
  pin: Readonly<Record<string, Cell>>;
  personaId: (typeof PERSONAS)[number];
}

const RATED = 8;
/** One comment of so many holds a word that is rare. */
const RARELY = 20_000;

/** The same number drawn each time, from 0 to below `under`. */
function drawn(seed: number, under: number): number {
  let bits = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39);
  return ((bits ^ (bits >>> 15)) >>> 0) % under;
}

/** Whoever of a persona answered, what they answered, and the counters of it. */
export async function laneAnswers(bulk: BulkRows, shape: Shape, wave: BigWave, lane: Lane): Promise<void> {
  const at = PERSONAS.indexOf(lane.personaId);
  const count = Math.floor((wave.heard - at + 3) / PERSONAS.length);
  if (count <= 0) return;
  const number = waveNumber(wave);
  const personAt = (i: number) => i * PERSONAS.length + at;
  const responseAt = (i: number) => idOf('response', personAt(i), number);
  await inPieces(bulk, 'response', count, (i) => {
    const person = personAt(i);
    return {
      ...{ ...lane.pin, id: responseAt(i), source: 'invited', invitation_id: invitationOf(wave, person) },
      ...{ persona_at_invite: lane.personaId, role_assignment_id: idOf('role', person) },
      ...{ person_id: idOf('person', person), account_id: idOf('account', accountOf(person, shape)) },
      ...{ confidentiality: 'attributed', language: 'en', submit_id: responseAt(i) },
      ...{ answered_at: wave.sentAt + i, received_at: wave.sentAt + i },
    };
  });
  await bulk.write('lane_heard', [{ ...lane.pin, responses: count }]);
  const answers = {
    count,
    responseAt,
    accountAt: (i: number) => idOf('account', accountOf(personAt(i), shape)),
  };
  const seed = number * 4 + at;
  await writeQuestion(bulk, lane, 'q1', { ...answers, valueAt: (i) => drawn(seed * 1e6 + i, 11) });
  for (let q = 2; q < 2 + RATED; q += 1)
    await writeQuestion(bulk, lane, `q${q}`, {
      ...answers,
      valueAt: (i) => 1 + drawn(seed * 1e6 + q * 31 + i, 5),
    });
  await inPieces(bulk, 'answer', count, (i) => ({
    ...{ ...lane.pin, response_id: responseAt(i), question_key: 'q10', score: null, choices: null },
    verbatim: `The weekly report helps ${lane.personaId} number ${i} to plan${i % RARELY === 7 ? `, like a ${RARE_WORD}` : ''}.`,
  }));
}

interface Answers {
  count: number;
  responseAt(i: number): string;
  accountAt(i: number): string;
  valueAt(i: number): number;
}

async function writeQuestion(bulk: BulkRows, { pin }: Lane, key: string, of: Answers): Promise<void> {
  const people = new Map<string, Map<number, number>>();
  await inPieces(bulk, 'answer', of.count, (i) => {
    const score = of.valueAt(i);
    const account = of.accountAt(i);
    const own = people.get(account) ?? new Map<number, number>();
    people.set(account, own.set(score, (own.get(score) ?? 0) + 1));
    return { ...pin, response_id: of.responseAt(i), question_key: key, score, choices: null, verbatim: null };
  });
  const cells: TallyCell[] = [...people]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([accountId, values]) =>
      [...values].map(([value, one]) => ({ accountId, questionKey: key, value: String(value), people: one })),
    );
  await inPieces(bulk, 'answer_tally', cells.length, (i) => {
    const { accountId, value, people: one } = cells[i]!;
    return { ...pin, question_key: key, account_id: accountId, value, people: one };
  });
  const sums = writeSums(addToSums(NO_SUMS, [], cells));
  await bulk.write('lane_sum', [{ ...pin, question_key: key, sums }]);
}

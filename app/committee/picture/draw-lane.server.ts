import type { SeatRow } from '#app/audience/account-list.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import type { Voice } from '#app/results/read-account-voices.server.ts';
import { hasASeat } from '../template/template.ts';
import type { CommitteeLane, LaneVoice } from './committee.ts';
import type { Drawn } from './draw-committee.server.ts';
import { type Role, type Seat, seatOf } from './seat.ts';

/** The seats of one persona with what each was asked and answered. */
export function drawLane(persona: Persona, drawn: Drawn): CommitteeLane {
  const { template, wave } = drawn;
  const rows = drawn.seats
    .filter(({ personaId }) => personaId === persona.id)
    .map(toRole)
    .sort(byCame);
  const voices = drawn.voices.filter(({ personaId }) => personaId === persona.id);
  const byRole = seatVoices(rows, voices);
  const seats = rows.map((row) => drawSeat(row, byRole.get(row.roleId) ?? [], drawn));
  const sitting = seats.filter(({ endedAt }) => endedAt === null);
  const left = seats.filter(({ endedAt }) => endedAt !== null);
  const required = hasASeat(persona) ? (template[persona.id] ?? 0) : 0;
  const here = voices.filter(({ waveId }) => waveId === wave?.id);
  const seated = new Set([...byRole.values()].flat().map(({ responseId }) => responseId));
  return {
    ...{ persona, required, sitting, left },
    vacant: Math.max(0, required - sitting.length),
    emptySince: sitting.length > 0 ? null : Math.max(0, ...left.map(({ endedAt }) => endedAt ?? 0)) || null,
    heard: wave?.confidentiality === 'attributed' ? here.length : null,
    voices: here.map((voice) => toLaneVoice(voice, seated.has(voice.responseId))),
  };
}

/** An answer goes to the role that was asked; one that nobody was invited to give, to the role that the person holds or held. */
function seatVoices(rows: readonly Role[], voices: readonly Voice[]): Map<string, Voice[]> {
  const open = [...rows].sort((a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null));
  const seatFor = ({ roleId, personId }: Voice) =>
    roleId ?? open.find((row) => personId !== null && row.personId === personId)?.roleId;
  const seated = voices.flatMap((voice) => {
    const roleId = seatFor(voice);
    return roleId === undefined ? [] : [{ roleId, voice }];
  });
  return new Map(
    [...Map.groupBy(seated, ({ roleId }) => roleId)].map(([roleId, own]) => [
      roleId,
      own.map(({ voice }) => voice),
    ]),
  );
}

function drawSeat(row: Role, voices: readonly Voice[], drawn: Drawn): Seat {
  const names = new Map(drawn.waves.map(({ id, name }) => [id, name]));
  const nameOf = (waveId: string) => names.get(waveId) ?? '';
  const asked = drawn.asked
    .filter(({ roleId }) => roleId === row.roleId)
    .map((one) => ({ ...one, waveName: nameOf(one.waveId) }));
  const heard = voices.map((voice) => ({ ...voice, waveName: nameOf(voice.waveId) }));
  const isOpenlyAsked = asked.some(({ confidentiality }) => confidentiality === 'attributed');
  const isNamed = drawn.names === 'all' || isOpenlyAsked || heard.length > 0;
  const hasDeclined = drawn.declined.has(row.personId);
  return seatOf({ row, asked, heard, hasDeclined, isNamed }, drawn.wave?.id ?? null);
}

function toRole({ personaId: _, ...role }: SeatRow): Role {
  return role;
}

function toLaneVoice(
  { responseId, personName, answeredAt, score, texts }: Voice,
  isSeated: boolean,
): LaneVoice {
  return { responseId, personName, answeredAt, score, texts, isSeated };
}

/** By when they came; imports bring many at once. */
function byCame(a: Role, b: Role): number {
  return a.startedAt - b.startedAt || ((a.personName ?? '') < (b.personName ?? '') ? -1 : 1);
}

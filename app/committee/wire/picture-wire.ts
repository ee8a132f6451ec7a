import { z } from 'zod';
import { PersonaLabelOut, toLabelOut } from '#app/persona/persona-wire.ts';
import { toSlug } from '#app/platform/ids.ts';
import { idIn, momentOut, toMoment, toMomentOrNull } from '#app/platform/wire/cell.ts';
import type { Committee, CommitteeLane, LaneVoice } from '../picture/committee.ts';
import type { Seat } from '../picture/seat.ts';
import { ApartOut, CoverageOut, toApartOut, toCoverageOut } from './committee-wire.ts';

export const CommitteeQuery = z.strictObject({
  wave: idIn('wave').optional().meta({ description: 'The newest that answers carry names in, unless told.' }),
});

const SeatOut = z.object({
  person: z.string(),
  person_name: z.string().nullable(),
  title: z.string().nullable(),
  from: momentOut,
  until: momentOut.nullable(),
  state: z.enum(['heard', 'not_heard', 'declined', 'left', 'unknown']),
  why: z.enum(['not_reached', 'in_confidence', 'not_asked', 'unconfirmed']).nullable(),
  asked: z
    .array(
      z.object({
        wave: z.string(),
        at: momentOut,
        state: z.enum(['heard', 'not_heard', 'unknown']),
        answer: z.int().min(0).max(10).nullable().meta({ description: 'This one person’s.' }),
      }),
    )
    .meta({ description: 'Each wave that they were asked in, or answered; the oldest first.' }),
});

const VoiceOut = z.object({
  person_name: z.string().nullable(),
  answered_at: momentOut,
  answer: z.int().min(0).max(10).nullable(),
  words: z.array(z.object({ text: z.string(), about: z.string().nullable() })),
});

const LaneOut = z.object({
  persona: PersonaLabelOut,
  needed: z.int(),
  empty_seats: z.int(),
  empty_since: momentOut.nullable(),
  heard: z.int().nullable(),
  label: z
    .enum(['happy', 'in between', 'critical', 'heard, no score', 'not heard', 'empty seat'])
    .nullable()
    .meta({ description: 'Of this persona alone.' }),
  seats: z.array(SeatOut),
  voices: z.array(VoiceOut).meta({ description: 'What each answered in the wave that is shown.' }),
});

/** One account with all its personas. Every answer in it is one person's; no number stands for the account. */
export const CommitteePictureOut = z.object({
  account: z.object({ id: z.string(), name: z.string(), renews_on: z.iso.date().nullable() }),
  wave: z.object({ id: z.string(), name: z.string() }).nullable(),
  told: z.boolean().meta({ description: 'False where the wave was answered in confidence.' }),
  coverage: CoverageOut.nullable(),
  pattern: z.enum(['aligned', 'leaning_apart', 'split', 'not_comparable']).meta({
    description: 'How the personas stand to each other, to be read with the label of each; never how happy.',
  }),
  only_heard: z.string().nullable().meta({ description: 'The persona, where one alone was heard: a trunk.' }),
  gaps: z.array(ApartOut).meta({ description: 'Every two personas heard, the widest first.' }),
  personas: z.array(LaneOut).meta({ description: 'In the fixed order of lanes, which is no ranking.' }),
});

export function toPictureOut(committee: Committee): z.infer<typeof CommitteePictureOut> {
  const { account, wave, lanes, stances } = committee;
  const labels = new Map(stances.map(({ persona, label }) => [persona.id, label]));
  return {
    account: { id: toSlug('account', account.id), name: account.name, renews_on: account.renewalOn },
    wave: wave && { id: toSlug('wave', wave.id), name: wave.name },
    told: committee.isTold,
    coverage: toCoverageOut(committee.coverage),
    pattern: committee.pattern,
    only_heard: committee.trunk?.persona.id ?? null,
    gaps: committee.gaps.map(toApartOut),
    personas: lanes.map((lane) => ({ ...toLaneOut(lane), label: labels.get(lane.persona.id) ?? null })),
  };
}

function toLaneOut(lane: CommitteeLane) {
  return {
    persona: toLabelOut(lane.persona),
    needed: lane.required,
    empty_seats: lane.vacant,
    empty_since: toMomentOrNull(lane.emptySince),
    heard: lane.heard,
    seats: [...lane.sitting, ...lane.left].map(toSeatOut),
    voices: lane.voices.map(toVoiceOut),
  };
}

function toSeatOut(seat: Seat): z.infer<typeof SeatOut> {
  return {
    person: toSlug('person', seat.personId),
    person_name: seat.personName,
    title: seat.title,
    from: toMoment(seat.startedAt),
    until: toMomentOrNull(seat.endedAt),
    state: seat.state,
    why: seat.why,
    asked: seat.marks.map(({ waveId, at, state, score }) => ({
      wave: toSlug('wave', waveId),
      at: toMoment(at),
      state,
      answer: score,
    })),
  };
}

function toVoiceOut({ personName, answeredAt, score, texts }: LaneVoice): z.infer<typeof VoiceOut> {
  return {
    person_name: personName,
    answered_at: toMoment(answeredAt),
    answer: score,
    words: texts.map(({ words, about }) => ({ text: words, about })),
  };
}

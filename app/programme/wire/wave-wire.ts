import { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import { idIn, momentOut, toMoment, toMomentOrNull } from '#app/platform/wire/cell.ts';
import { STALE_CHOICES } from '../pile/pile.ts';
import type { Wave } from '../wave/wave.ts';
import { waveTitle } from '../wave/wave-words.ts';
import { PickIn } from './pick-wire.ts';

/** A wave to draft: for each persona the published questions that were written for it. */
export const WaveIn = z.strictObject({
  programme: idIn('programme'),
  name: z.string().trim().min(1, 'Give it a name, such as “Winter 2027”.').max(80),
  surveys: z
    .record(z.string(), idIn('version'))
    .refine((surveys) => Object.keys(surveys).length > 0, 'Choose published questions for a persona.')
    .meta({ description: 'By persona id: the survey version that this persona gets.' }),
});

/** Whom to ask. Only role assignments can be asked; people are looked up for the one role that fits. */
export const SendIn = z
  .strictObject({
    role_assignments: z.array(z.string()).max(5000).default([]),
    people: z.array(z.string().max(320)).max(5000).default([]).meta({
      description: 'Ids or e-mail addresses. Whoever holds no role, or several, in this wave is refused.',
    }),
    stale: z.enum(STALE_CHOICES).optional().meta({
      description:
        'What becomes of roles that nobody confirmed lately. `leave_out`: the others are asked, and these are held back. `ask_first`: the page asks them first whether they still hold the role, and no answer counts before. Without it one such role stops the send (`STALE_ROLE`).',
    }),
    pick: PickIn.optional().meta({
      description: 'Instead of naming anybody: whom of those who are ready. A preview says who they are.',
    }),
  })
  .refine(
    ({ role_assignments, people, pick }) => pick !== undefined || role_assignments.length + people.length > 0,
    'Name at least one role assignment.',
  )
  .refine(
    ({ role_assignments, people, pick }) =>
      pick === undefined || role_assignments.length + people.length === 0,
    'Name role assignments or people, or send a pick; not both.',
  );

export const WaveOut = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['asked', 'link']).meta({
    description: '`link`: answered by whoever came to a page or chat and said themselves what they do.',
  }),
  state: z.enum(['draft', 'open', 'closed']),
  programme: z.object({ id: z.string(), name: z.string() }),
  created_at: momentOut,
  sent_at: momentOut.nullable(),
  closed_at: momentOut.nullable(),
  surveys: z.array(
    z.object({
      persona: z.string(),
      version: z.string(),
      number: z.int(),
      known_people: z.int().nullable().meta({
        description:
          'How many held the role when the wave was last sent, without those who said since that it is not theirs; null until it is sent.',
      }),
    }),
  ),
});

export const SentOut = z.object({
  invited: z.int(),
  asked_first: z
    .int()
    .meta({ description: 'How many of those invited are asked first whether they still hold their role.' }),
  unready: z.int().meta({
    description:
      'Of those invited, how many are decided and still being made ready, as are sends to more than a thousand; the wave tells how many are left.',
  }),
  already: z.int().meta({ description: 'Asked in this wave before. Sending twice asks nobody twice.' }),
  held_back: z.array(
    z.object({
      role_assignment: z.string(),
      reason: z.enum(['invited', 'suppressed', 'no_address', 'stale', 'asked_recently', 'two_hats']),
      again_at: momentOut
        .nullable()
        .meta({ description: 'From when on they may be asked, where time heals it.' }),
    }),
  ),
});

export function toWaveOut(wave: Wave): z.infer<typeof WaveOut> {
  return {
    id: toSlug('wave', wave.id),
    name: waveTitle(wave),
    kind: wave.kind,
    state: wave.state,
    programme: { id: toSlug('programme', wave.programmeId), name: wave.programmeName },
    created_at: toMoment(wave.createdAt),
    sent_at: toMomentOrNull(wave.sentAt),
    closed_at: toMomentOrNull(wave.closedAt),
    surveys: wave.lanes.map(({ personaId, versionId, number, knownPeople }) => ({
      persona: personaId,
      version: toSlug('version', versionId),
      number,
      known_people: knownPeople,
    })),
  };
}

import { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import { idIn, momentIn, momentOut, toMoment, toMomentOrNull } from '#app/platform/wire/cell.ts';
import { pageQuery } from '#app/platform/wire/page.ts';
import { Because, Comment, type FollowUpOrigin, type FollowUpState, Outcome, What } from '../follow-up.ts';

export const FollowUpListQuery = z.strictObject({
  ...pageQuery('followUp').shape,
  state: z
    .enum(['unsettled', 'open', 'doing', 'done', 'declined', 'all'], {
      error: 'Choose unsettled, open, doing, done, declined or all.',
    })
    .default('unsettled'),
  persona: z.string().min(1).optional(),
  programme: idIn('programme').optional(),
  owner: idIn('member').optional(),
  account: idIn('account').optional(),
  person: idIn('person').optional(),
  theme: idIn('theme').optional(),
});

export const FollowUpIn = z.strictObject({
  what: What.meta({ description: 'What is to be done, in a sentence.' }),
  persona: z.string().min(1).meta({ description: 'Exactly one persona.' }),
  programme: idIn('programme'),
  wave: idIn('wave').optional(),
  account: idIn('account').optional(),
  person: idIn('person').optional(),
  response: idIn('response')
    .optional()
    .meta({ description: 'Of the wave; names person and account itself.' }),
  theme: idIn('theme').optional().meta({ description: 'An open theme that it is about.' }),
  owner: idIn('member').optional().meta({ description: 'A member; left out, whoever owns the programme.' }),
  due_at: momentIn.optional().meta({ description: 'Left out: eight working hours from now.' }),
});

export const FollowUpChangeIn = z
  .strictObject({
    revision: z.int().min(1).optional().meta({ description: 'As it was read; an older one is refused.' }),
    state: z.enum(['doing', 'done', 'declined'], { error: 'Choose doing, done or declined.' }).optional(),
    outcome: Outcome.optional().meta({ description: 'What came of it; needed for done.' }),
    because: Because.optional().meta({ description: 'Why not; needed for declined.' }),
    owner: idIn('member').optional(),
    due_at: momentIn.optional(),
    comment: Comment.optional(),
    told: z.literal(true).optional().meta({ description: 'The person heard what came of it.' }),
  })
  .refine(({ state, outcome }) => (state === 'done') === (outcome !== undefined), {
    path: ['outcome'],
    error: 'Say what came of it with the state done, and only there.',
  })
  .refine(({ state, because }) => (state === 'declined') === (because !== undefined), {
    path: ['because'],
    error: 'Say why not with the state declined, and only there.',
  })
  .refine(({ revision: _, ...change }) => Object.keys(change).length > 0, {
    error: 'Say what is to change.',
  });

/** Whose and what; never what was answered, and no name where confidence was promised. */
export const FollowUpOut = z.object({
  id: z.string(),
  persona: z.string(),
  account: z.string().nullable(),
  account_name: z.string().nullable(),
  person: z.string().nullable(),
  person_name: z.string().nullable(),
  programme: z.string(),
  wave: z.string().nullable(),
  theme: z.string().nullable(),
  theme_name: z.string().nullable(),
  came_from: z.enum(['hand', 'answer', 'lane', 'correction', 'silence']),
  what: z.string(),
  owner: z.string(),
  owner_name: z.string(),
  due_at: momentOut,
  state: z.enum(['open', 'doing', 'done', 'declined']),
  outcome: z.string().nullable(),
  because: z.string().nullable(),
  opened_at: momentOut,
  first_act_at: momentOut.nullable(),
  closed_at: momentOut.nullable(),
  told_at: momentOut.nullable(),
  revision: z.int(),
});

/** What the list reads of one, as far as the wire carries it. */
interface Row {
  id: string;
  personaId: string;
  accountId: string | null;
  accountName: string | null;
  personId: string | null;
  personName: string | null;
  programmeId: string;
  waveId: string | null;
  themeId: string | null;
  themeName: string | null;
  cameFrom: FollowUpOrigin;
  what: string;
  ownerId: string;
  ownerName: string;
  dueAt: number;
  state: FollowUpState;
  outcome: string | null;
  because: string | null;
  openedAt: number;
  firstActAt: number | null;
  closedAt: number | null;
  toldAt: number | null;
  revision: number;
}

export function toFollowUpOut(row: Row): z.infer<typeof FollowUpOut> {
  return {
    id: toSlug('followUp', row.id),
    persona: row.personaId,
    account: row.accountId && toSlug('account', row.accountId),
    account_name: row.accountName,
    person: row.personId && toSlug('person', row.personId),
    person_name: row.personName,
    programme: toSlug('programme', row.programmeId),
    wave: row.waveId && toSlug('wave', row.waveId),
    theme: row.themeId && toSlug('theme', row.themeId),
    theme_name: row.themeName,
    came_from: row.cameFrom,
    what: row.what,
    owner: toSlug('member', row.ownerId),
    owner_name: row.ownerName,
    due_at: toMoment(row.dueAt),
    state: row.state,
    outcome: row.outcome,
    because: row.because,
    opened_at: toMoment(row.openedAt),
    first_act_at: toMomentOrNull(row.firstActAt),
    closed_at: toMomentOrNull(row.closedAt),
    told_at: toMomentOrNull(row.toldAt),
    revision: row.revision,
  };
}

import { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import { idIn, momentIn, momentOut, toMoment, toMomentOrNull } from '#app/platform/wire/cell.ts';
import { pageQuery } from '#app/platform/wire/page.ts';
import type { RoleEpisode } from '../role.ts';

const SOURCES = ['self', 'csm', 'crm', 'import', 'title'] as const;
/** A colleague names somebody from their own page only; nobody says so for them. */
const SOURCES_OUT = [...SOURCES, 'colleague'] as const;

/** Somebody takes a seat. There is no default persona: without one nothing is stored. */
export const RoleIn = z.strictObject({
  person: idIn('person'),
  account: idIn('account'),
  persona: z
    .string()
    .min(1)
    .meta({ description: 'The id of one persona, as GET /api/v1/personas lists it.' }),
  programme: idIn('programme')
    .nullable()
    .optional()
    .meta({ description: 'Only when the role is held within one programme.' }),
  source: z.enum(SOURCES).default('crm'),
  evidence: z
    .string()
    .trim()
    .min(1, 'Say how you know, such as “Economic buyer in the CRM”.')
    .max(500)
    .meta({ description: 'How you know, in words.' }),
  started_at: momentIn.optional().meta({ description: 'Now when left out.' }),
  confirmed: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether you vouch for it now. Nobody is asked in a role that nobody confirmed.' }),
});
export type RoleIn = z.infer<typeof RoleIn>;

export const RoleEndIn = z.strictObject({
  reason: z.string().trim().min(1, 'Say why, such as “moved to another team”.').max(500),
  ended_at: momentIn.optional().meta({ description: 'Now when left out.' }),
});

export const RoleConfirmIn = z.strictObject({});

export const RoleQuery = z.strictObject({
  ...pageQuery('role').shape,
  person: idIn('person').optional(),
  account: idIn('account').optional(),
});

export const RoleOut = z.object({
  id: z.string(),
  person: z.string(),
  account: z.string(),
  persona: z.string(),
  programme: z.string().nullable(),
  source: z.enum(SOURCES_OUT),
  evidence: z.string(),
  started_at: momentOut,
  confirmed_at: momentOut.nullable(),
  ended_at: momentOut.nullable(),
  end_reason: z.string().nullable(),
});

export function toRoleOut(role: RoleEpisode): z.infer<typeof RoleOut> {
  return {
    id: toSlug('role', role.id),
    person: toSlug('person', role.personId),
    account: toSlug('account', role.accountId),
    persona: role.personaId,
    programme: role.programmeId === null ? null : toSlug('programme', role.programmeId),
    source: role.source,
    evidence: role.evidence,
    started_at: toMoment(role.startedAt),
    confirmed_at: toMomentOrNull(role.confirmedAt),
    ended_at: toMomentOrNull(role.endedAt),
    end_reason: role.endReason,
  };
}

import { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import { idIn, momentOut, toMoment, toMomentOrNull } from '#app/platform/wire/cell.ts';
import { pageQuery } from '#app/platform/wire/page.ts';
import { EXPORT_FORMATS, type ExportFile, type ExportJob, isFormatOf } from './export-job.ts';

const FORMATS = ['csv', 'xlsx', 'ndjson', 'parquet', 'json'] as const;

export const ExportListQuery = z.strictObject(pageQuery('export').shape);

export const ExportIn = z
  .strictObject({
    what: z.enum(['rows', 'figures'], { error: 'Choose rows or figures.' }).meta({
      description: 'Rows need a key with the scope responses:read too.',
    }),
    format: z.enum(FORMATS, { error: `Choose one of ${FORMATS.join(', ')}.` }).meta({
      description: `Of rows ${EXPORT_FORMATS.rows.join(', ')}; of figures ${EXPORT_FORMATS.figures.join(', ')}.`,
    }),
    wave: idIn('wave').optional(),
    programme: idIn('programme').optional().meta({ description: 'Every wave of it, in one file.' }),
  })
  .refine(({ wave, programme }) => (wave === undefined) !== (programme === undefined), {
    path: ['wave'],
    message: 'Name a wave or a programme, and not both.',
  })
  .refine(({ what, format }) => isFormatOf(what, format), {
    path: ['format'],
    message: 'Rows come as csv, xlsx, ndjson or parquet, and figures as json, csv or xlsx.',
  });

/** The body is an empty object. */
export const ExportDeleteIn = z.strictObject({});

export const ExportOut = z.object({
  id: z.string(),
  what: z.enum(['rows', 'figures']),
  format: z.enum(FORMATS),
  programme: z.object({ id: z.string(), name: z.string() }),
  wave: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .meta({ description: 'Null: every wave of the programme.' }),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled', 'expired']).meta({
    description: 'Ask again in a few seconds until it is “done”. “expired”: its files were deleted.',
  }),
  rows_done: z.int(),
  rows_total: z.int().nullable().meta({ description: 'Null while they are counted.' }),
  withheld: z
    .array(z.string())
    .meta({ description: 'Persona ids that are not in it: too few of them answered in confidence.' }),
  failure: z.string().nullable(),
  ordered_at: momentOut,
  finished_at: momentOut.nullable(),
  expires_at: momentOut.nullable(),
  files: z
    .array(
      z.object({
        name: z.string(),
        rows: z.int(),
        size: z.int().meta({ description: 'In bytes.' }),
        sha256: z.string(),
        href: z.string().meta({ description: 'Where it is, for the key that ordered it.' }),
      }),
    )
    .meta({ description: 'None before it is done: a file is offered whole or not at all.' }),
});

export function toExportOut(job: ExportJob & { files: readonly ExportFile[] }): z.infer<typeof ExportOut> {
  const slug = toSlug('export', job.id);
  return {
    id: slug,
    what: job.what,
    format: job.format,
    programme: { id: toSlug('programme', job.programmeId), name: job.programmeName },
    wave: job.waveId === null ? null : { id: toSlug('wave', job.waveId), name: job.waveName ?? '' },
    state: job.state,
    rows_done: job.rowsDone,
    rows_total: job.rowsTotal,
    withheld: job.withheld,
    failure: job.failure,
    ordered_at: toMoment(job.orderedAt),
    finished_at: toMomentOrNull(job.finishedAt),
    expires_at: toMomentOrNull(job.expiresAt),
    files: job.files.map(({ number, name, rows, size, sha256 }) => ({
      ...{ name, rows, size, sha256 },
      href: `/api/v1/exports/${slug}/files/${number}`,
    })),
  };
}

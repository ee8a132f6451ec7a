import type { z } from 'zod';
import type { House } from '#app/platform/house.ts';
import { type Answer, notFound, saying } from '#app/platform/http/problem.server.ts';
import { problemOf } from '#app/platform/wire/problem.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { explainRefusal } from '#app/results/export/explain-refusal.server.ts';
import { EXPORT_PROBLEMS } from '#app/results/export/export-problems.ts';
import { type ExportIn, toExportOut } from '#app/results/export/export-wire.ts';
import { listExports } from '#app/results/export/list-exports.server.ts';
import { orderExport } from '#app/results/export/order-export.server.ts';

export async function answerOrder(
  house: House,
  workspace: Workspace,
  { what, format, wave, programme }: z.infer<typeof ExportIn>,
  actor: Actor,
): Promise<Answer> {
  const order = { what, format, waveId: wave ?? null, programmeId: programme ?? null, actor };
  const ordered = await orderExport(house, workspace, order);
  switch (ordered.kind) {
    case 'ordered': {
      const [job] = await listExports(house.db, workspace, { actor, exportId: ordered.id });
      return { status: 201, body: toExportOut(job!) };
    }
    case 'in_confidence':
    case 'not_closed':
      return saying(explainRefusal(ordered));
    case 'too_many':
      return saying(problemOf(EXPORT_PROBLEMS, 'TOO_MANY_EXPORTS', EXPORT_PROBLEMS.TOO_MANY_EXPORTS.meaning));
    case 'unknown':
    case 'other_format':
      return saying(notFound('such wave or programme that was sent'));
    default:
      return ordered satisfies never;
  }
}

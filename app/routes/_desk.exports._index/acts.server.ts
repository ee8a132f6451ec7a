import type { SignedIn } from '#app/membership/guard.server.ts';
import type { House } from '#app/platform/house.ts';
import { fromSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { endExport } from '#app/results/export/end-export.server.ts';
import { refusalWords } from '#app/results/export/explain-refusal.server.ts';
import { EXPORT_PROBLEMS } from '#app/results/export/export-problems.ts';
import { orderExport } from '#app/results/export/order-export.server.ts';
import { figureSentence } from '#app/results/sentence.ts';
import { mayOrder, OFFERS } from './orders.ts';

export type Acted =
  | { kind: 'done'; said: 'ordered' | 'cancelled' | 'deleted' | 'over' }
  | { kind: 'not_found' }
  | { kind: 'not_theirs' }
  | { kind: 'faulty'; fieldErrors: Record<string, string>; values: Values }
  | { kind: 'refused'; heading: string; sentence: string; figures: string[]; values: Values };

interface Values {
  of: string;
  file: string;
}

export async function act(
  house: House,
  workspace: Workspace,
  { form, member }: { form: FormData; member: SignedIn['member'] },
): Promise<Acted> {
  const text = (name: string) => String(form.get(name) ?? '');
  if (text('intent') === 'end') return end(house, workspace, text('export'), member.id);
  return order(house, workspace, { of: text('of'), file: text('file') }, member);
}

async function end(house: House, workspace: Workspace, slug: string, actor: string): Promise<Acted> {
  const exportId = fromSlug('export', slug);
  const ended = exportId ? await endExport(house, workspace, { exportId, actor }) : null;
  return !ended || ended.kind === 'unknown' ? { kind: 'not_found' } : { kind: 'done', said: ended.kind };
}

async function order(
  house: House,
  workspace: Workspace,
  values: Values,
  member: SignedIn['member'],
): Promise<Acted> {
  const waveId = fromSlug('wave', values.of);
  const programmeId = fromSlug('programme', values.of);
  const offer = OFFERS.find(({ value }) => value === values.file);
  const fieldErrors: Record<string, string> = {};
  if (!waveId && !programmeId) fieldErrors.of = 'Choose a wave, or a whole programme.';
  if (!offer) fieldErrors.file = 'Choose what the file is to hold.';
  if (!offer || fieldErrors.of) return { kind: 'faulty', fieldErrors, values };
  const { what, format } = offer;
  if (!mayOrder(member.permission, what)) return { kind: 'not_theirs' };
  const ordered = await orderExport(house, workspace, {
    what,
    format,
    waveId,
    programmeId,
    actor: member.id,
  });
  switch (ordered.kind) {
    case 'ordered':
      return { kind: 'done', said: 'ordered' };
    case 'in_confidence':
    case 'not_closed':
      return {
        ...{ kind: 'refused', values, ...refusalWords(ordered) },
        figures: ordered.figures.map((figure) => figureSentence(figure)),
      };
    case 'too_many':
      return { kind: 'faulty', fieldErrors: { file: EXPORT_PROBLEMS.TOO_MANY_EXPORTS.meaning }, values };
    case 'unknown':
    case 'other_format':
      return {
        kind: 'faulty',
        fieldErrors: { of: 'There is no such wave or programme that was sent.' },
        values,
      };
    default:
      return ordered satisfies never;
  }
}

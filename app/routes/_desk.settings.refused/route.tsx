import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { listRefused } from '#app/results/refused/list-refused.server.ts';

export const meta: MetaFunction = () => [{ title: 'What people keep asking for · Settings · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, ['admin']);
  const { reading, clock } = context.house;
  const refused = await listRefused(reading, workspace, clock.now());
  return { refused: refused.map(({ split, ...one }) => ({ ...one, to: split && toResults(split) })) };
}

function toResults({ waveId, personaIds }: { waveId: string; personaIds: readonly string[] }): string {
  const query = personaIds.map((id): [string, string] => ['persona', id]);
  return `/results?${new URLSearchParams([['wave', toSlug('wave', waveId)], ...query])}`;
}

export { RefusedPage as default } from './page.tsx';

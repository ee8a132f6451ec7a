import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { readResults } from '#app/results/read-results.server.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { noteSplit } from '#app/results/refused/note-split.server.ts';

export const meta: MetaFunction = () => [{ title: 'Results · Rolecall' }];

/** Any filter is answered: one persona by its figure, several by the split. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context);
  const { reading: db } = context.house;
  const search = new URL(request.url).searchParams;
  const asked = {
    waveId: fromSlug('wave', search.get('wave') ?? undefined),
    accountId: fromSlug('account', search.get('account') ?? undefined),
    personas: search.getAll('persona').filter((id) => id !== ''),
  };
  const found = await readResults(db, workspace, asked, await readThresholds(db, workspace));
  if (!found) return { view: null };
  const { wave, waves, account, accounts, areMore, answered, lanes } = found;
  // Opening the page asks for nothing yet; naming several does.
  if (answered.kind === 'split' && asked.personas.length > 1) {
    const refused = { split: answered.split, waveId: wave.id, personas: asked.personas, actor: member.id };
    await noteSplit(context.house, workspace, refused);
  }
  return {
    view: {
      wave,
      answered,
      slug: toSlug('wave', wave.id),
      personas: asked.personas,
      account: account ? toSlug('account', account.id) : '',
      accountName: account?.name ?? null,
      lanes: lanes.map(({ row }) => ({ persona: row.persona })),
      waves: waves.map(({ id, name, programmeName }) => ({
        value: toSlug('wave', id),
        label: `${name}, ${programmeName}`,
      })),
      accounts: accounts.map(({ id, name }) => ({ value: toSlug('account', id), label: name })),
      areMore,
    },
  };
}

export { ResultsPage as default } from './page.tsx';

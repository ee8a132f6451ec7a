import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { listAccountsHeard } from '#app/results/account.store.server.ts';
import { answerRequest } from '#app/results/answer-request.server.ts';
import { listWaves } from '#app/results/lane.store.server.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';

export const meta: MetaFunction = () => [{ title: 'Results · Rolecall' }];

/** Any filter is answered: one persona by its figure, several by the split. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context);
  const { db } = context.house;
  const asked = new URL(request.url).searchParams;
  const waves = await listWaves(db, workspace);
  const waveId = fromSlug('wave', asked.get('wave') ?? undefined);
  const wave = waves.find(({ id }) => id === waveId) ?? waves[0];
  if (!wave) return { view: null };
  const accounts = await listAccountsHeard(db, workspace, wave.id);
  const account = accounts.find(({ id }) => id === fromSlug('account', asked.get('account') ?? undefined));
  const personas = asked.getAll('persona').filter((id) => id !== '');
  const thresholds = await readThresholds(db, workspace);
  const { answered, lanes } = await answerRequest(db, workspace, { wave, personas, account }, thresholds);
  return {
    view: {
      wave,
      slug: toSlug('wave', wave.id),
      answered,
      personas,
      account: account ? toSlug('account', account.id) : '',
      accountName: account?.name ?? null,
      lanes: lanes.map(({ row, score }) => ({ persona: row.persona, heard: score?.n ?? 0 })),
      waves: waves.map(({ id, name, programmeName }) => ({
        value: toSlug('wave', id),
        label: `${name}, ${programmeName}`,
      })),
      accounts: accounts.map(({ id, name }) => ({ value: toSlug('account', id), label: name })),
    },
  };
}

export { ResultsPage as default } from './page.tsx';

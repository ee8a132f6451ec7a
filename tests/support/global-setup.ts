import { startPostgres } from './postgres.ts';

/**
 * Gives tests that are run without `npm run verify` a PostgreSQL for as long as they run. The variable is
 * inherited by the workers, and tells the next project's set-up that a server is there.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_POSTGRES_URL) return undefined;
  const cluster = await startPostgres({ mayForget: true });
  process.env.TEST_POSTGRES_URL = cluster.url;
  return cluster.stop;
}

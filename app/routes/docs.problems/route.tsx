import type { MetaFunction } from '@remix-run/node';

export const meta: MetaFunction = () => [{ title: 'Problems of the API · Rolecall' }];

/** Nothing here moves, and the schemas behind the tables stay on the server. */
export const handle = { noScript: true };

export { ProblemsPage as default } from './page.tsx';

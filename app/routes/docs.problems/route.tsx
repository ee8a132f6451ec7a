import type { MetaFunction } from '@remix-run/node';

export const meta: MetaFunction = () => [{ title: 'Problems of the API · Rolecall' }];

export { ProblemsPage as default } from './page.tsx';

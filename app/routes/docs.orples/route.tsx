import type { MetaFunction } from '@remix-run/node';

export const meta: MetaFunction = () => [{ title: 'Why there is no total · Rolecall' }];

export { OrplesPage as default } from './page.tsx';

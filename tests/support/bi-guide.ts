import { readFileSync } from 'node:fs';

/** The SQL of the guide to the views, block by block. */
export function sqlBlocks(): string[] {
  const guide = readFileSync('docs/guides/bi-views.md', 'utf8');
  return [...guide.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, text]) => text!);
}

/** Each query of the guide, by the comment that it begins with; those that say so are for PostgreSQL alone. */
export function guideExamples(engine: string): [string, string][] {
  const queries = sqlBlocks().filter((text) => text.startsWith('-- ') && !text.includes('create role'));
  return queries
    .filter((text) => engine === 'postgres' || !text.includes('PostgreSQL'))
    .map((text) => [text.split('\n')[0]!.slice(3), text.replace(/;\s*$/, '')]);
}

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { root } from '#app/install.mjs';
import { de } from '#app/survey/words/de.ts';
import { en } from '#app/survey/words/en.ts';
import { he } from '#app/survey/words/he.ts';

/** Each of these stands in server code and has no business in a browser. */
const MARKS = [
  'better-sqlite3',
  'kysely',
  'nodemailer',
  'argon2',
  'node:crypto',
  'node:fs',
  'APP_SECRET',
  'DATABASE_URL',
  'insertInto',
  'selectFrom',
];

const scripts = globSync('build/client/**/*.js', { cwd: root });
const modules = JSON.parse(readFileSync(join(root, 'build', 'browser-modules.json'), 'utf8')) as string[];

interface Manifest {
  routes: Record<string, { id: string; module: string; imports: string[] }>;
}

const bearing = (sentence: string) =>
  scripts.filter((script) => readFileSync(join(root, script), 'utf8').includes(sentence));

describe('what the build ships to the browser', () => {
  it('is there to be looked at', () => {
    expect(scripts.length, 'build/client/ holds scripts; `npm run build` makes them').toBeGreaterThan(0);
    expect(modules).toContain('app/root.tsx');
  });

  it.each(scripts)('%s bears no mark of server code', (script) => {
    const text = readFileSync(join(root, script), 'utf8');
    expect(MARKS.filter((mark) => text.includes(mark))).toEqual([]);
  });

  it('is made of no server module, no table and no driver', () => {
    const server =
      /\.server\.tsx?$|^db\/|^app\/server\.ts$|node_modules\/(kysely|pg|better-sqlite3|nodemailer|pino)\//;
    expect(modules.filter((path) => server.test(path))).toEqual([]);
  });

  it('has the words of respondents in the editor’s preview alone, which comes after the editor', () => {
    for (const { 'page.send': sentence } of [de, he])
      expect(bearing(sentence)).toEqual([expect.stringMatching(/\/preview-walk-[^/]*\.js$/)]);
  });

  it('has those in English also where the look of a mail is tried, and on no other page', () => {
    const [english, ...others] = bearing(en['page.send']);
    expect(others).toEqual([]);
    const [list] = globSync('build/client/assets/manifest-*.js', { cwd: root });
    const text = readFileSync(join(root, list!), 'utf8');
    const { routes } = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as Manifest;
    const bringing = Object.values(routes).filter(({ module, imports }) =>
      [module, ...imports].some((path) => english!.endsWith(path)),
    );
    expect(bringing.map(({ id }) => id)).toEqual(['routes/_desk.programmes.$programme_.mail']);
  });

  it('lists every page in less than ten kilobytes, which come once', () => {
    const [list, ...others] = globSync('build/client/assets/manifest-*.js', { cwd: root });
    expect(others).toEqual([]);
    const text = readFileSync(join(root, list!));
    expect(text.toString()).toContain('routes/_desk.overview');
    expect(gzipSync(text).length).toBeLessThan(10 * 1024);
  });

  it('leaves the source out: no source map is served', () => {
    expect(globSync('build/client/**/*.map', { cwd: root })).toEqual([]);
  });
});

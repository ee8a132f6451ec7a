import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '#app/install.mjs';

const sources = globSync('{app,db}/**/*.{ts,tsx,mjs}', { cwd: root });
const shipped = globSync(['{app,db,public}/**/*.{ts,tsx,mjs,css,html,svg,txt,json}', 'public/*'], {
  cwd: root,
});
const text = (path: string) => readFileSync(join(root, path), 'utf8');

/** Where `customer` has to be written down, each with its reason. */
const CUSTOMER_IS_NAMED: Record<string, string> = {
  'app/persona/persona-name.ts': 'refuses it as the name of a persona',
  'app/persona/persona.test.ts': 'shows that it is refused as the name of a persona',
  'app/survey/wording/no-persona-words.ts': 'the words that the language check tells an author of',
  'app/survey/wording/no-persona.test.ts': 'shows which of its uses the language check finds',
};

/** Headers of other people's files are theirs to name. */
const READS_FOREIGN_HEADERS = /^app\/audience\/import\//;

describe('the word customer', () => {
  it('is in no file, folder, text, identifier, route or table', () => {
    const named = shipped.filter((path) => /customer/i.test(path) || /customer/i.test(text(path)));
    expect(named.filter((path) => !(path in CUSTOMER_IS_NAMED) && !READS_FOREIGN_HEADERS.test(path))).toEqual(
      [],
    );
  });

  it.each(Object.keys(CUSTOMER_IS_NAMED))('is still needed in %s', (path) => {
    expect(text(path)).toMatch(/customer/i);
  });
});

describe('a file', () => {
  it('has at most 250 lines', () => {
    const long = sources.map((path) => ({ path, lines: text(path).split('\n').length - 1 }));
    expect(long.filter(({ lines }) => lines > 250)).toEqual([]);
  });

  it('is never a barrel', () => {
    expect(sources.filter((path) => /^index\.(tsx?|mjs)$/.test(basename(path)))).toEqual([]);
  });

  it('is not kept in a room without a subject', () => {
    const vague = /(^|[/.-])(utils?|helpers?|lib|common|types|services?)(\.[a-z]+)*(\/|$)/;
    expect(sources.filter((path) => vague.test(path))).toEqual([]);
  });

  it('is called a door only as route.tsx or route.ts', () => {
    const strays = globSync('app/routes/*.*', { cwd: root }).filter((path) => /\.tsx?$/.test(path));
    expect(strays, 'a route is a folder with route.tsx and page.tsx').toEqual([]);
  });
});

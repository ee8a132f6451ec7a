import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '#app/install.mjs';

const load = createRequire(import.meta.url);
const WRITTEN = join(root, '.dependency-cruiser.cjs');
const LOADED = join(root, 'tests', 'verify', 'loaded-imports.cjs');
const { STAGES } = load(join(root, 'tests', 'verify', 'rooms.cjs')) as { STAGES: string[] };

type Files = Record<string, string>;

/** A small house that keeps every rule. Packages are stand-ins: only their names matter here. */
const KEPT: Files = {
  'package.json':
    '{ "type": "module", "imports": { "#app/*": "./app/*", "#db/*": "./db/*", "#tests/*": "./tests/*" } }',
  'tsconfig.json':
    '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "bundler", "jsx": "react-jsx" } }',
  ...packages('kysely', 'pg', 'nodemailer', 'react', '@remix-run/react'),
  'node_modules/react/jsx-runtime.js': 'export const jsx = 1;',
  ...Object.fromEntries(STAGES.map((stage) => [`app/${stage}/noun.ts`, 'export const noun = 1;'])),
  'app/audience/audience.store.server.ts':
    "import { value } from 'kysely'; import { handle } from '#app/platform/db.server.ts'; export const rows = [value, handle];",
  'app/audience/list-people.server.ts':
    "import { createHash } from 'node:crypto'; import { rows } from './audience.store.server.ts'; export type People = 1; export const listPeople = [rows, createHash];",
  'app/audience/people-table.tsx':
    "import { noun } from '#app/persona/noun.ts'; import { Table } from '#app/ui/table.tsx'; import type { People } from './list-people.server.ts'; export const PeopleTable = (people: People) => <Table rows={[noun, people]} />;",
  'app/audience/noun.test.ts':
    "import { readFileSync } from 'node:fs'; import { noun } from './noun.ts'; readFileSync(String(noun));",
  'app/ui/table.tsx':
    "import { value } from 'react'; export const Table = (row: unknown) => <p>{String([value, row])}</p>;",
  'app/routes/people/route.tsx':
    "import { listPeople } from '#app/audience/list-people.server.ts'; export { default } from './page.tsx'; export const loader = () => listPeople;",
  'app/routes/people/page.tsx':
    "import type { loader } from './route.tsx'; import { PeopleTable } from '#app/audience/people-table.tsx'; export default (rows: typeof loader) => <PeopleTable rows={rows} />;",
  'app/routes/_desk.letter.$letter.$line/route.tsx': "export { default } from './page.tsx';",
  'app/routes/_desk.letter.$letter.$line/page.tsx': 'export default () => <p />;',
  'app/platform/db.server.ts': "import { connect } from '#db/connection.ts'; export const handle = connect;",
  'app/platform/mailer.server.ts':
    "import { value } from 'nodemailer'; export type Mailer = 1; export const mail = value;",
  'app/delivery/send-message.server.ts':
    "import { mail } from '#app/platform/mailer.server.ts'; export const sendMessage = mail;",
  'app/results/arithmetic/score.ts': 'export const score = 1;',
  'app/results/sample.ts':
    "import { score } from './arithmetic/score.ts'; export type Sample = 1; export const mintSample = score;",
  'app/overview/lane.ts':
    "import type { Sample } from '#app/results/sample.ts'; export const lane = (sample: Sample) => sample;",
  'app/open-house.ts': "import { connect } from '#db/connection.ts'; export const house = connect;",
  'db/connection.ts': "import { value } from 'pg'; export const connect = value;",
  'db/migrations/kit.ts': "import { value } from 'kysely'; export const table = value;",
  'db/migrations/0001-persona.ts':
    "import { table } from './kit.ts'; import type { value } from 'kysely'; export const up = table as typeof value;",
  'db/seed.ts': "import { noun } from '#app/overview/noun.ts'; export const seed = noun;",
  'tests/support/clock.ts': 'export const clock = 1;',
};

/** For every rule a file that breaks it, and only by the import that is shown. */
const BROKEN: Record<string, [path: string, text: string]> = {
  ...Object.fromEntries(
    STAGES.slice(0, -1).map((stage, place) => [`river-${stage}`, upstream(stage, STAGES[place + 1]!)]),
  ),
  'platform-knows-no-stage': [
    'app/platform/house.ts',
    "export type { Sample } from '#app/results/sample.ts';",
  ],
  'ui-knows-no-stage': ['app/ui/lane.tsx', "export { noun } from '#app/persona/noun.ts';"],
  'ui-is-for-views': ['app/survey/draw-survey.server.ts', "export { Table } from '#app/ui/table.tsx';"],
  'nobody-imports-a-door': [
    'app/audience/list-doors.server.ts',
    "export { loader } from '#app/routes/people/route.tsx';",
  ],
  'a-door-imports-no-other-door': [
    'app/routes/accounts/route.tsx',
    "export { loader } from '../people/route.tsx';",
  ],
  'doors-ask-use-cases': [
    'app/routes/rows/route.tsx',
    "export { rows } from '#app/audience/audience.store.server.ts';",
  ],
  'db-only-through-platform': [
    'app/survey/connect-survey.server.ts',
    "export { connect } from '#db/connection.ts';",
  ],
  'db-knows-no-stage': ['db/schema.ts', "export type { Sample } from '#app/results/sample.ts';"],
  'kysely-only-in-stores': ['app/survey/find-survey.server.ts', "export type { value } from 'kysely';"],
  'drivers-only-in-db': ['app/platform/pool.server.ts', "export { value } from 'pg';"],
  'migrations-stand-alone': ['db/migrations/0002-ids.ts', "export { connect } from '../connection.ts';"],
  'nodemailer-only-behind-the-mailer': [
    'app/followup/tell-back.server.ts',
    "export { value } from 'nodemailer';",
  ],
  'mailer-only-for-delivery-and-sign-in': [
    'app/followup/alert.server.ts',
    "export { mail } from '#app/platform/mailer.server.ts';",
  ],
  'plain-imports-no-server': [
    'app/audience/people.ts',
    "export type { People } from './list-people.server.ts';",
  ],
  'plain-imports-no-node': ['app/audience/file.ts', "export { readFileSync } from 'node:fs';"],
  'plain-imports-no-framework': ['app/audience/hook.ts', "export { value } from '@remix-run/react';"],
  'views-import-no-server': [
    'app/routes/people/list.tsx',
    "export { listPeople } from '#app/audience/list-people.server.ts';",
  ],
  'statistics-stay-in-results': [
    'app/committee/average.ts',
    "export { score } from '#app/results/arithmetic/score.ts';",
  ],
  'samples-are-minted-in-results': [
    'app/committee/mint.ts',
    "export { mintSample } from '#app/results/sample.ts';",
  ],
  'no-test-code-in-the-product': [
    'app/platform/clock.ts',
    "export { clock } from '#tests/support/clock.ts';",
  ],
  'no-cycles': [
    'app/segment/left.ts',
    "import { right } from './right.ts'; export const left = () => right;",
  ],
  'nothing-unresolved': ['app/segment/lost.ts', "export { gone } from '#app/segment/gone.ts';"],
  'views-never-reach-server-code': ['app/ui/money.tsx', "export { id } from '#app/platform/ids.ts';"],
  'plain-never-reaches-server-code': ['app/persona/key.ts', "export { id } from '#app/platform/ids.ts';"],
};

const BROKEN_TOGETHER: Files = {
  ...KEPT,
  ...Object.fromEntries(Object.values(BROKEN)),
  'app/segment/right.ts': "import { left } from './left.ts'; export const right = () => left;",
  'app/platform/ids.ts': "import { randomUUID } from 'node:crypto'; export const id = randomUUID;",
};

describe('the import rules', { timeout: 60_000 }, () => {
  const folders: string[] = [];
  let violations: string[];

  beforeAll(() => {
    violations = cruise(build(BROKEN_TOGETHER));
  }, 60_000);
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  it('let a house stand that keeps them', () => {
    expect(cruise(build(KEPT))).toEqual([]);
  });

  it.each(Object.entries(BROKEN))('%s bites', (rule, [path]) => {
    expect(violations).toContain(`${rule}: ${path}`);
  });

  it('are all shown to bite, and each says why it is there', () => {
    const rules = [WRITTEN, LOADED].flatMap(
      (config) => load(config).forbidden as { name: string; comment: string }[],
    );
    expect(rules.map((rule) => rule.name).sort()).toEqual(Object.keys(BROKEN).sort());
    for (const rule of rules) expect(rule.comment, rule.name).toMatch(/^\S+ .*[.)]$/);
  });

  function build(files: Files): string {
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-rules-'));
    folders.push(folder);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return folder;
  }
});

/** What both rule files say about a tree, as `rule: offending file`. */
function cruise(folder: string): string[] {
  return [WRITTEN, LOADED].flatMap((config) => {
    const depcruise = join(root, 'node_modules', '.bin', 'depcruise');
    const args = [depcruise, '--config', config, '--output-type', 'json', 'app', 'db', 'tests'];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    const { summary } = JSON.parse(stdout) as {
      summary: { violations: { rule: { name: string }; from: string }[] };
    };
    return summary.violations.map((violation) => `${violation.rule.name}: ${violation.from}`);
  });
}

function upstream(stage: string, next: string): [string, string] {
  return [`app/${stage}/upstream.ts`, `export type { noun } from '#app/${next}/noun.ts';`];
}

function packages(...names: string[]): Files {
  return Object.fromEntries(
    names.flatMap((name) => [
      [
        `node_modules/${name}/package.json`,
        `{ "name": "${name}", "type": "module", "exports": { ".": "./index.js", "./*": "./*.js" } }`,
      ],
      [`node_modules/${name}/index.js`, 'export const value = 1;'],
    ]),
  );
}

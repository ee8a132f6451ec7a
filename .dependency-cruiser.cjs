// @ts-check
/**
 * Who may import whom. These rules read what is written, type imports included; what is loaded when the
 * program runs is followed all the way by tests/verify/loaded-imports.cjs. Each rule is shown to bite by
 * tests/unit/import-rules.test.ts.
 */

const { STAGES, ANY_STAGE, PLAIN, VIEW, SERVER, STORE, TEST, npm } = require('./tests/verify/rooms.cjs');

const river = STAGES.slice(0, -1).map((stage, place) => ({
  name: `river-${stage}`,
  severity: 'error',
  comment: `${stage}/ lies above ${STAGES.slice(place + 1).join('/, ')}/ in the river: data flows down, knowledge does not flow up.`,
  from: { path: `^app/${stage}/` },
  to: { path: `^app/(${STAGES.slice(place + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  .../** @type {import('dependency-cruiser').IForbiddenRuleType[]} */ (river),
  {
    name: 'platform-knows-no-stage',
    severity: 'error',
    comment: 'platform/ is beside the river: what it offers would serve any product.',
    from: { path: '^app/platform/' },
    to: { path: [ANY_STAGE, '^app/(ui|routes)/'] },
  },
  {
    name: 'ui-knows-no-stage',
    severity: 'error',
    comment: 'ui/ draws what it is handed; a domain word in it would tie every page to one stage.',
    from: { path: '^app/ui/', pathNot: TEST },
    to: { path: [ANY_STAGE, '^app/routes/'] },
  },
  {
    name: 'ui-is-for-views',
    severity: 'error',
    comment: 'Only a view draws; a use case or a noun that needs ui/ has taken on the work of a page.',
    from: { path: ANY_STAGE, pathNot: ['\\.tsx$', TEST] },
    to: { path: '^app/ui/' },
  },
  {
    name: 'nobody-imports-a-door',
    severity: 'error',
    comment: 'A door is where HTTP ends; what two doors share belongs to a stage, to ui/ or to platform/.',
    from: { path: '^(app|db)/', pathNot: '^app/routes/' },
    to: { path: '^app/routes/' },
  },
  {
    name: 'a-door-imports-no-other-door',
    severity: 'error',
    comment: 'A door is where HTTP ends; what two doors share belongs to a stage, to ui/ or to platform/.',
    // `$` and `[.]` in the name of a folder would be read as a pattern, so the name is matched in pieces.
    from: { path: '^app/routes/([^/$[\\]]*)[$[\\]]?([^/$[\\]]*)[$[\\]]?([^/$[\\]]*)[$[\\]]?([^/$[\\]]*)/' },
    to: { path: '^app/routes/', pathNot: '^app/routes/$1.?$2.?$3.?$4/' },
  },
  {
    name: 'doors-ask-use-cases',
    severity: 'error',
    comment:
      'A door guards, parses, asks one use case and answers; SQL behind its back would skip the use case.',
    from: { path: '^app/routes/' },
    to: { path: `${ANY_STAGE}.*${STORE}` },
  },
  {
    name: 'db-only-through-platform',
    severity: 'error',
    comment:
      'platform/ hands out the one guarded handle (the query guard is on it); app/open-house.ts wires it.',
    from: { path: '^app/', pathNot: ['^app/platform/', '^app/open-house\\.ts$', TEST] },
    to: { path: '^db/' },
  },
  {
    name: 'db-knows-no-stage',
    severity: 'error',
    comment: 'db/ connects, migrates and describes tables; only the seed plays use cases.',
    from: { path: '^db/', pathNot: '^db/seed' },
    to: { path: [ANY_STAGE, '^app/(ui|routes)/'] },
  },
  {
    name: 'kysely-only-in-stores',
    severity: 'error',
    comment: 'SQL has one room per stage, *.store.server.ts, so that every query can be found and guarded.',
    from: { path: '^app/', pathNot: ['^app/platform/', STORE, TEST] },
    to: { path: npm('kysely') },
  },
  {
    name: 'drivers-only-in-db',
    severity: 'error',
    comment: 'db/ is the one place that knows which database a URL means.',
    from: { path: '^app/', pathNot: TEST },
    to: { path: [npm('pg'), npm('better-sqlite3')] },
  },
  {
    name: 'migrations-stand-alone',
    severity: 'error',
    comment: 'A migration that ran must mean the same for ever, so it leans on nothing that will change.',
    from: { path: '^db/migrations/', pathNot: ['^db/migrations/all\\.ts$', TEST] },
    to: { pathNot: [npm('kysely'), '^db/migrations/kit\\.ts$'] },
  },
  {
    name: 'nodemailer-only-behind-the-mailer',
    severity: 'error',
    comment: 'Mail leaves through one hand, which knows suppression, the ledger and the built-in mailbox.',
    from: { path: '^(app|db)/', pathNot: ['^app/platform/mailer[^/]*\\.ts$', '^app/delivery/'] },
    to: { path: npm('nodemailer') },
  },
  {
    name: 'mailer-only-for-delivery-and-sign-in',
    severity: 'error',
    comment:
      'Respondents are written to by delivery/ alone; the other mails are those of signing in (platform/).',
    from: {
      path: '^(app|db)/',
      pathNot: ['^app/(platform|delivery|membership)/', '^app/open-house\\.ts$', '^db/seed'],
    },
    to: { path: '^app/platform/mailer[^/]*\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'plain-imports-no-server',
    severity: 'error',
    comment: 'A noun.ts runs anywhere, the browser included; .server files never do.',
    from: PLAIN,
    to: { path: SERVER },
  },
  {
    name: 'plain-imports-no-node',
    severity: 'error',
    comment: 'A noun.ts runs anywhere, the browser included; built-ins of Node are I/O that is handed in.',
    from: PLAIN,
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'plain-imports-no-framework',
    severity: 'error',
    comment:
      'A noun.ts outlives the framework: neither React nor Remix nor a view is needed to think with it.',
    from: PLAIN,
    to: {
      path: [npm('react(-dom|-hook-form)?'), npm('@remix-run/[^/]+'), npm('@hookform/[^/]+'), '\\.tsx$'],
    },
  },
  {
    name: 'views-import-no-server',
    severity: 'error',
    comment: 'A view is shipped to the browser; the door hands it what it shows. (A type is not shipped.)',
    from: VIEW,
    to: { path: SERVER, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'statistics-stay-in-results',
    severity: 'error',
    comment:
      'The arithmetic takes bare numbers; outside results/ only a Figure, which knows its persona, exists.',
    from: { path: '^(app|db)/', pathNot: '^app/results/' },
    to: { path: '^app/results/arithmetic/' },
  },
  {
    name: 'samples-are-minted-in-results',
    severity: 'error',
    comment: 'A Sample is minted from answers of one persona, by results/ alone; others may name the type.',
    from: { path: '^(app|db)/', pathNot: '^app/results/' },
    to: { path: '^app/results/sample\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-test-code-in-the-product',
    severity: 'error',
    comment: 'What tests need is not shipped.',
    from: { path: '^(app|db)/', pathNot: TEST },
    to: { path: ['^tests/', TEST] },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    comment: 'Two files that need each other are one file, or hide a third. (Types alone load nothing.)',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'nothing-unresolved',
    severity: 'error',
    comment: 'An import that leads nowhere would pass every other rule.',
    from: {},
    to: { couldNotResolve: true, pathNot: '^virtual:' },
  },
];

module.exports = {
  forbidden,
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};

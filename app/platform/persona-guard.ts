import type {
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  RootOperationNode,
} from 'kysely';
import { GUARDED_TABLES } from './persona-guard/known-tables.ts';
import { refuseReadingText } from './persona-guard/raw-text.ts';
import { refuseBlendingParts, refuseBlendingRead } from './persona-guard/reads.ts';
import { refuse } from './persona-guard/refuse.ts';
import { fold, refuseUnknownRelations } from './persona-guard/relations.ts';
import { namings, walk } from './persona-guard/tree.ts';
import { isJudgedWrite } from './persona-guard/writes.ts';

export { KNOWN_TABLES } from './persona-guard/known-tables.ts';
export { PersonaGuardError } from './persona-guard/refuse.ts';

/**
 * Reads each query's tree before it reaches the database and throws `PersonaGuardError` when answer values
 * would be read without pinning one persona or grouping by persona. Counting rows is free (DOMAIN.md R3).
 * What it cannot follow it refuses. The rule in full: docs/decisions/the-query-guard.md.
 */
export class PersonaGuard implements KyselyPlugin {
  readonly #known: ReadonlySet<string>;

  constructor(known: ReadonlySet<string>) {
    this.#known = known;
  }

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    this.judge(node);
    return node;
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<PluginTransformResultArgs['result']> {
    return result;
  }

  /** Returns for a lawful query, throws `PersonaGuardError` for any other. */
  judge(root: RootOperationNode): void {
    if (!STATEMENTS.has(root.kind))
      refuse(`${root.kind} changes the schema, which belongs to the migrations`);
    const places = walk(root);
    const named = namings(places);
    refuseReadingText(places);
    refuseUnknownRelations(places, named, this.#known);
    const answers = named.filter(({ name }) => GUARDED_TABLES.has(fold(name)));
    const [first, second] = answers;
    if (!first) return;
    refuseBlendingParts(places);
    if (second) refuse('a query names tables of answers more than once');
    if (!isJudgedWrite(places, first)) refuseBlendingRead({ places, named }, first);
  }
}

const STATEMENTS: ReadonlySet<string> = new Set([
  'SelectQueryNode',
  'InsertQueryNode',
  'UpdateQueryNode',
  'DeleteQueryNode',
  'MergeQueryNode',
  'RawNode',
]);

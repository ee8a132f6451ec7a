import type { Dialect } from 'kysely';

/** A dialect that compiles nothing but SELECT: what is handed out for reading cannot write, whichever engine it is on. */
export function onlySelects(dialect: Dialect): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createDriver: () => dialect.createDriver(),
    createQueryCompiler: () => {
      const plain = dialect.createQueryCompiler();
      return {
        compileQuery: (node, queryId) => {
          if (node.kind !== 'SelectQueryNode')
            throw new Error(`This handle only reads: ${node.kind} is refused.`);
          return plain.compileQuery(node, queryId);
        },
      };
    },
  };
}

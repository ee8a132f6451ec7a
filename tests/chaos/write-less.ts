import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import Database from 'better-sqlite3';

/**
 * Loaded ahead of a server: the same product with the one promise taken away that proofs of durability are about, so that
 * they can be seen to fail.
 */
const { pragma } = Database.prototype;
Database.prototype.pragma = function (source, options) {
  return pragma.call(this, source.replace(/^synchronous = FULL$/, 'synchronous = NORMAL'), options);
};

fs.fdatasync = ((_file: number, done: (fault: null) => void) =>
  setImmediate(done, null)) as unknown as typeof fs.fdatasync;
syncBuiltinESMExports();

import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * Loaded ahead of a server: what a full or read-only disk says can be called forth in its own handle from outside. A file
 * beside the database, `<name>.trouble`, holds the pragma to set; SIGUSR2 sets it.
 */
const { pragma } = Database.prototype;
let last: Database.Database | undefined;
Database.prototype.pragma = function (source, options) {
  last = this;
  return pragma.call(this, source, options);
};
process.on('SIGUSR2', () => {
  const order = `${last!.name}.trouble`;
  const [name, value] = readFileSync(order, 'utf8').split(' = ');
  const pages = pragma.call(last, 'page_count', { simple: true });
  pragma.call(last, `${name} = ${value === 'as it is' ? pages : value}`);
  writeFileSync(order, 'set');
});

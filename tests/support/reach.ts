import { posix } from 'node:path';
import ts from 'typescript';

/** Gives a file's text by its path in the project, or undefined when there is none. */
export type ReadFile = (path: string) => string | undefined;

interface Module {
  /** What a top-level name of the file stands for. */
  declared: Map<string, ts.Node>;
  /** Where a name comes from that the file imports or passes on, type imports left out. */
  imported: Map<string, { from: string; name: string }>;
}

const WRITES = new Set(['insertInto', 'updateTable', 'deleteFrom', 'replaceInto', 'mergeInto']);
const WRITING_SQL = /^.(\s|--.*\n)*(insert|update|delete|replace|merge)\s/i;

/**
 * The ways by which an exported name of a file comes to a statement that writes, as
 * `file#name > file#name > insertInto`. Names are followed from function to function and from file to file;
 * calls of methods and of functions handed in as arguments are not. Files that match `settled` are not entered.
 */
export function waysToWrite(path: string, name: string, read: ReadFile, settled: RegExp): string[] {
  const modules = new Map<string, Module>();
  const seen = new Set<string>();
  return follow(path, name, '');

  function follow(file: string, wanted: string, way: string): string[] {
    if (seen.has(`${file}#${wanted}`) || settled.test(file)) return [];
    seen.add(`${file}#${wanted}`);
    const module = open(file);
    const here = `${way}${file}#${wanted} > `;
    if (wanted === '*') return [...module.declared.keys()].flatMap((each) => follow(file, each, way));
    const elsewhere = module.imported.get(wanted);
    if (elsewhere) return follow(elsewhere.from, elsewhere.name, here);
    const node = module.declared.get(wanted);
    return node ? look(node, file, module, here) : [];
  }

  function look(node: ts.Node, file: string, module: Module, way: string): string[] {
    if (ts.isTypeNode(node)) return [];
    const found: string[] = [];
    const statement = writes(node);
    if (statement) found.push(way + statement);
    const source = importCall(node, file);
    if (source) found.push(...follow(source, '*', way));
    if (ts.isIdentifier(node) && (module.declared.has(node.text) || module.imported.has(node.text)))
      found.push(...follow(file, node.text, way));
    ts.forEachChild(node, (child) => {
      found.push(...look(child, file, module, way));
    });
    return found;
  }

  function open(file: string): Module {
    const known = modules.get(file) ?? parse(file, read(file) ?? '');
    modules.set(file, known);
    return known;
  }
}

function parse(file: string, text: string): Module {
  const module: Module = { declared: new Map(), imported: new Map() };
  for (const statement of ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true).statements) {
    declare(statement, module);
    if (ts.isImportDeclaration(statement)) importNames(statement, file, module);
    if (ts.isExportDeclaration(statement)) passOn(statement, file, module);
  }
  return module;
}

function declare(statement: ts.Statement, { declared }: Module): void {
  if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name)
    declared.set(statement.name.text, statement);
  if (!ts.isVariableStatement(statement)) return;
  for (const declaration of statement.declarationList.declarations) {
    for (const name of boundNames(declaration.name)) declared.set(name, declaration);
  }
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}

function importNames(statement: ts.ImportDeclaration, file: string, { imported }: Module): void {
  const from = resolve(statement.moduleSpecifier, file);
  const clause = statement.importClause;
  if (!from || !clause || clause.isTypeOnly) return;
  if (clause.name) imported.set(clause.name.text, { from, name: 'default' });
  const names = clause.namedBindings;
  if (names && ts.isNamespaceImport(names)) imported.set(names.name.text, { from, name: '*' });
  if (!names || !ts.isNamedImports(names)) return;
  for (const each of names.elements.filter((element) => !element.isTypeOnly))
    imported.set(each.name.text, { from, name: (each.propertyName ?? each.name).text });
}

/** `export { a } from './b.ts'`, and `export { a as b }` of a name of the file's own. */
function passOn(statement: ts.ExportDeclaration, file: string, { imported }: Module): void {
  const from = statement.moduleSpecifier ? resolve(statement.moduleSpecifier, file) : file;
  if (!from || statement.isTypeOnly || !statement.exportClause || !ts.isNamedExports(statement.exportClause))
    return;
  for (const each of statement.exportClause.elements) {
    const name = (each.propertyName ?? each.name).text;
    if (from !== file || name !== each.name.text) imported.set(each.name.text, { from, name });
  }
}

function writes(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && WRITES.has(node.name.text)) return node.name.text;
  const raw = ts.isTaggedTemplateExpression(node) ? node.template.getText() : '';
  return WRITING_SQL.test(raw) ? raw.slice(0, 40) : undefined;
}

function importCall(node: ts.Node, file: string): string | undefined {
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return undefined;
  return node.arguments[0] && resolve(node.arguments[0], file);
}

/** The project's own file that a specifier names; packages are none. */
function resolve(specifier: ts.Expression, file: string): string | undefined {
  if (!ts.isStringLiteral(specifier)) return undefined;
  if (specifier.text.startsWith('#')) return specifier.text.slice(1);
  return specifier.text.startsWith('.') ? posix.join(posix.dirname(file), specifier.text) : undefined;
}

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from '#app/install.mjs';

/** Where figures are computed: the arithmetic room, and what is built on it outside. */
const COMPUTING = [
  ...globSync('app/results/arithmetic/*.ts', { cwd: root }),
  ...['planning', 'response', 'odds', 'dominance', 'change', 'gap', 'alignment'].map(
    (name) => `app/results/${name}.ts`,
  ),
  'app/results/panel/panel.ts',
  'app/results/frame/representation.ts',
].filter((path) => !path.endsWith('.test.ts'));

/** Functions that count, sort, cut or write out; nobody had to find a formula for them. */
const NO_FORMULA = new Set([
  'accountsIn',
  'added',
  'alignmentOf',
  'answersIn',
  'bySizeOf',
  'classValue',
  'clipped',
  'formatEvenness',
  'inOrder',
  'isLarge',
  'largestIn',
  'maySee',
  'meanOf',
  'panelSentence',
  'peopleIn',
  'rootOf',
  'spelledOut',
  'total',
  'withAccount',
  'withWideEnds',
]);

/** Somebody's name and a year, a formula of the DLMF, or a section of the domain text. */
const SOURCE =
  /^Source: (?=.*([A-Z][a-z]+( et al\.)? (18|19|20)\d\d\b|\bDLMF \d+\.\d+\.\d+|\bDOMAIN \d\.\d)).+\.$/s;

const functions = COMPUTING.flatMap((path) => exportedFunctions(path));

describe('what computes a figure says where the formula is from', () => {
  it.each(functions.filter(({ name }) => !NO_FORMULA.has(name)))('$name of $path', ({ text }) => {
    const at = text.indexOf('Source: ');
    expect(at === -1 ? text : text.slice(at)).toMatch(SOURCE);
  });

  it('and nothing is let off that is not there', () => {
    expect([...NO_FORMULA].filter((excused) => !functions.some(({ name }) => name === excused))).toEqual([]);
  });

  it.each(['Source: .', 'Source: the literature.', 'Adds up (Tango 1998).', ''])(
    '“%s” is no source',
    (text) => {
      expect(text).not.toMatch(SOURCE);
    },
  );
});

function exportedFunctions(path: string): { name: string; path: string; text: string }[] {
  const code = readFileSync(join(root, path), 'utf8');
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  return file.statements
    .filter((one): one is ts.FunctionDeclaration => ts.isFunctionDeclaration(one) && isExported(one))
    .map((one) => ({ name: one.name!.text, path, text: commentOf(one) }));
}

function isExported(one: ts.FunctionDeclaration): boolean {
  return one.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function commentOf(one: ts.FunctionDeclaration): string {
  return ts
    .getJSDocCommentsAndTags(one)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .trim();
}

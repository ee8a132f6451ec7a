import { z } from 'zod';
import { changed, type ForeignSurvey, type Found, leftOut, type ReportLine } from '../brought.ts';
import { type Dialect, elementOf } from '../element.ts';
import { allOf, type Expression } from '../expression.ts';
import { languageTag } from '../language-tag.ts';
import { isLoose, isOnAt, type Loose, listOf, own, textAt } from '../own.ts';
import { cutWords } from '../plain-words.ts';
import { surveyJsDialect } from './surveyjs-dialect.ts';
import { readSurveyJsExpression } from './surveyjs-expression.ts';
import { lostOfQuestion, lostOfSurvey, lostType } from './surveyjs-lost.ts';

const Document = z.looseObject({
  pages: z.array(z.looseObject({})).max(500).optional(),
  locale: z.string().max(35).optional().catch(undefined),
});

/** Panels in panels deeper than this are not looked into. */
const MOST_DEPTH = 10;
/** More elements are not looked at. */
const MOST_ELEMENTS = 1000;

/** What an element stands in: where, and under which conditions. */
interface Around {
  place: string;
  depth: number;
  showIf: Expression | null;
  showWords: string;
}

interface Walk {
  dialect: Dialect;
  found: Found[];
  report: ReportLine[];
}

/** A survey of SurveyJS as it was found; null for a document of another shape. */
export function readSurveyJs(document: unknown): ForeignSurvey | null {
  const parsed = Document.safeParse(document);
  if (!parsed.success || !isLoose(document)) return null;
  const locale = parsed.data.locale ?? '';
  const pages = listOf(own(document, 'pages'));
  const elements = pages.length > 0 ? pages : [document];
  const dialect = surveyJsDialect(locale, namesIn(elements, MOST_DEPTH));
  const walk: Walk = { dialect, found: [], report: [] };
  for (const { property, sentence } of lostOfSurvey(document))
    walk.report.push(leftOut('Survey', property, sentence));
  for (const [at, page] of elements.entries()) walkPage(walk, page as Loose, at, pages.length);
  if (pages.length > 1)
    walk.report.push(
      changed(
        'Survey',
        `${pages.length} pages`,
        'Pages are cut anew, by length and by what depends on an earlier answer.',
      ),
    );
  const words = elementOf(dialect, '', document, 'title');
  const description = words.said('description');
  return {
    name: words.wording.text || 'Survey from SurveyJS',
    language: languageTag(locale) ?? 'en',
    intro: description.text === '' ? words.wording : description,
    closing: words.said('completedHtml'),
    ...{ found: walk.found, report: walk.report },
  };
}

function namesIn(elements: readonly unknown[], depth: number): Set<string> {
  if (depth === 0) return new Set();
  return new Set(
    elements
      .flatMap((element) => [textAt(element, 'name'), ...namesIn(childrenOf(element), depth - 1)])
      .filter(Boolean),
  );
}

function childrenOf(element: unknown): unknown[] {
  return [...listOf(own(element, 'elements')), ...listOf(own(element, 'questions'))];
}

function walkPage(walk: Walk, page: Loose, at: number, pages: number): void {
  const place = pages > 0 ? textAt(page, 'name') || `Page ${at + 1}` : 'Survey';
  const around = { place: cutWords(place, 80), depth: 0, showIf: null, showWords: '' };
  if (pages > 0) sayTitle(walk, page, around.place, 'title');
  walkChildren(walk, page, conditioned(page, around));
}

/** A page's or panel's own words: they are no question, so they become words between questions where there are any. */
function sayTitle({ dialect, report }: Walk, raw: Loose, place: string, path: string): void {
  const { wording } = elementOf(dialect, '', raw, path);
  if (wording.text !== '')
    report.push(
      leftOut(
        place,
        cutWords(wording.text, 120),
        'A heading over several questions is left out; add words between questions if they need it.',
      ),
    );
}

function conditioned(raw: Loose, around: Around): Around {
  const words = textAt(raw, 'visibleIf');
  if (words.trim() === '') return around;
  return {
    ...around,
    showIf: allOf([around.showIf, readSurveyJsExpression(words)]),
    showWords: [around.showWords, words].filter(Boolean).join(' and '),
  };
}

function walkChildren(walk: Walk, parent: Loose, around: Around): void {
  for (const child of childrenOf(parent)) {
    if (walk.found.length >= MOST_ELEMENTS) return;
    if (isLoose(child)) walkElement(walk, child, around);
  }
}

function walkElement(walk: Walk, raw: Loose, around: Around): void {
  const type = textAt(raw, 'type');
  const name = cutWords(textAt(raw, 'name') || type, 120);
  if (type === 'panel' || type === 'flowpanel') {
    const isDeep = around.depth >= MOST_DEPTH;
    walk.report.push(
      isDeep
        ? leftOut(around.place, name, 'Its panels are nested too deep to be read.')
        : changed(around.place, name, 'A panel is dissolved: its questions stand in a row.'),
    );
    sayTitle(walk, raw, around.place, 'title');
    if (!isDeep) walkChildren(walk, raw, { ...conditioned(raw, around), depth: around.depth + 1 });
    return;
  }
  if (type === 'multipletext') walkItems(walk, raw, around);
  else walk.found.push(findOne(walk, raw, type, conditioned(raw, around)));
}

function findOne({ dialect }: Walk, raw: Loose, type: string, around: Around): Found {
  const name = textAt(raw, 'name');
  const wording = type === 'html' ? 'html' : own(raw, 'title') === undefined ? 'name' : 'title';
  const element = elementOf(dialect, type, raw, wording);
  return {
    ...{ theirs: name, place: around.place, name, element, help: element.said('description') },
    required: isOnAt(raw, 'isRequired'),
    ...{ showIf: around.showIf, showWords: around.showWords, jumps: [], lost: lostOfQuestion(raw) },
    why: lostType(type) ?? (isHidden(raw) ? 'It was hidden, and asked of nobody.' : null),
  };
}

function isHidden(raw: Loose): boolean {
  return own(raw, 'visible') === false && textAt(raw, 'visibleIf') === '';
}

/** Several boxes under one title are questions of their own here. */
function walkItems(walk: Walk, raw: Loose, around: Around): void {
  const inside = conditioned(raw, around);
  const items = listOf(own(raw, 'items')).filter(isLoose).slice(0, 50);
  const title = elementOf(walk.dialect, '', raw, own(raw, 'title') === undefined ? 'name' : 'title').wording
    .text;
  walk.report.push(
    changed(around.place, cutWords(title, 120), `Its ${items.length} boxes become questions of their own.`),
  );
  for (const item of items) {
    const one = findOne(walk, item, 'text', inside);
    walk.found.push({ ...one, theirs: `${textAt(raw, 'name')}.${one.theirs}` });
  }
}

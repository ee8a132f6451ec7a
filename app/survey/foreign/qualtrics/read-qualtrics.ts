import { z } from 'zod';
import {
  changed,
  type ForeignSurvey,
  type Found,
  leftOut,
  NOTHING_SAID,
  type ReportLine,
  THEIR_END,
} from '../brought.ts';
import { elementOf } from '../element.ts';
import { allOf } from '../expression.ts';
import { languageTag } from '../language-tag.ts';
import { hasAt, isLoose, type Loose, listOf, own, textAt } from '../own.ts';
import { cutWords } from '../plain-words.ts';
import { QUALTRICS_DIALECT } from './qualtrics-dialect.ts';
import { type FlowBlock, readFlow } from './qualtrics-flow.ts';
import { logicOf, readQualtricsTest } from './qualtrics-logic.ts';
import { LOST_ELEMENTS, lostOfQuestion, lostType } from './qualtrics-lost.ts';
import { splitElement } from './split-element.ts';

const Document = z.looseObject({
  SurveyEntry: z.looseObject({}),
  SurveyElements: z.array(z.looseObject({ Element: z.string().catch('') })).max(5000),
});

interface Block {
  id: string;
  name: string;
  elements: Loose[];
  raw: Loose;
}

/** A survey of a QSF file as it was found; null for a document of another shape. */
export function readQualtrics(document: unknown): ForeignSurvey | null {
  const parsed = Document.safeParse(document);
  if (!parsed.success) return null;
  const { SurveyEntry: entry, SurveyElements: elements } = parsed.data;
  const questions = new Map(
    elements.flatMap((element) => {
      const payload = own(element, 'Payload');
      return element.Element === 'SQ' && isLoose(payload)
        ? [[textAt(payload, 'QuestionID') || textAt(element, 'PrimaryAttribute'), payload] as const]
        : [];
    }),
  );
  const blocks = elements
    .filter(({ Element: name }) => name === 'BL')
    .flatMap((element) => blocksIn(own(element, 'Payload')));
  const flow = elements.find(({ Element: name }) => name === 'FL');
  const { blocks: order, report } = readFlow(own(flow, 'Payload.Flow'));
  const walked = { found: [] as Found[], report: [...report, ...lostOf(elements), ...unusedIn(elements)] };
  walkBlocks(inOrder(order, blocks), blocks, questions, walked);
  return {
    name: textAt(entry, 'SurveyName') || 'Survey from Qualtrics',
    language: languageTag(textAt(entry, 'SurveyLanguage')) ?? 'en',
    intro: NOTHING_SAID,
    closing: NOTHING_SAID,
    ...walked,
  };
}

function blocksIn(payload: unknown): Block[] {
  return listOf(payload)
    .filter(isLoose)
    .filter((raw) => textAt(raw, 'Type') !== 'Trash')
    .map((raw) => ({
      ...{ id: textAt(raw, 'ID'), name: cutWords(textAt(raw, 'Description') || 'Block', 80), raw },
      elements: listOf(own(raw, 'BlockElements')).filter(isLoose),
    }));
}

/** The blocks that the flow comes to; all of them where a file has no flow. */
function inOrder(order: readonly FlowBlock[], blocks: readonly Block[]): FlowBlock[] {
  const known = order.filter(({ id }) => blocks.some((block) => block.id === id));
  return known.length > 0 ? known : blocks.map(({ id }) => ({ id, showIf: null, showWords: '' }));
}

/** Questions that somebody threw away still lie in the file. */
function unusedIn(elements: readonly Loose[]): ReportLine[] {
  const trash = elements
    .filter((element) => textAt(element, 'Element') === 'BL')
    .flatMap((element) => listOf(own(element, 'Payload')))
    .filter((block) => textAt(block, 'Type') === 'Trash')
    .flatMap((block) => listOf(own(block, 'BlockElements')));
  const what = trash.length === 1 ? 'One question' : `${trash.length} questions`;
  return trash.length === 0 ? [] : [leftOut('Trash', what, 'What lay in the trash stays there.')];
}

function lostOf(elements: readonly Loose[]): ReportLine[] {
  const scoring = elements.find((element) => textAt(element, 'Element') === 'SCO');
  const isScored = hasAt(scoring, 'Payload.ScoringCategories');
  const options = elements.find((element) => textAt(element, 'Element') === 'SO');
  const named = elements.flatMap((element) => {
    const sentence = LOST_ELEMENTS.get(textAt(element, 'Element'));
    return sentence
      ? [leftOut('Survey', cutWords(textAt(element, 'SecondaryAttribute') || 'Rule', 120), sentence)]
      : [];
  });
  const also = [
    ['EOSMessage', 'The last words are kept in a library, not in the file. Write them under Closing.'],
    ['EOSRedirectURL', 'Nobody is led to another site afterwards.'],
    ['Header', 'Words or scripts at the head of every page are left out.'],
    ['Footer', 'Words or scripts at the foot of every page are left out.'],
    ['CustomStyles', 'Its own look is left out.'],
  ] as const;
  return [
    ...named,
    ...(isScored ? [leftOut('Survey', 'Scoring', 'Nothing is scored.')] : []),
    ...also
      .filter(
        ([name]) => hasAt(options, `Payload.${name}`) && textAt(options, `Payload.${name}`) !== 'http://',
      )
      .map(([name, sentence]) => leftOut('Survey', name, sentence)),
  ];
}

interface Walked {
  found: Found[];
  report: ReportLine[];
}

function walkBlocks(
  order: readonly FlowBlock[],
  blocks: readonly Block[],
  questions: ReadonlyMap<string, Loose>,
  walked: Walked,
): void {
  const first = order.map(({ id }) =>
    firstIn(
      blocks.find((block) => block.id === id),
      questions,
    ),
  );
  for (const [at, flow] of order.entries()) {
    const block = blocks.find(({ id }) => id === flow.id)!;
    const after = first.slice(at + 1).find((theirs) => theirs !== null) ?? THEIR_END;
    walked.report.push(...describeBlock(block));
    for (const element of block.elements) {
      const raw = questions.get(textAt(element, 'QuestionID'));
      if (textAt(element, 'Type') === 'Question' && raw)
        walkQuestion(raw, element, { block, flow, after }, walked);
    }
  }
}

function firstIn(block: Block | undefined, questions: ReadonlyMap<string, Loose>): string | null {
  const ids = block?.elements.map((element) => textAt(element, 'QuestionID')) ?? [];
  return ids.find((id) => questions.has(id)) ?? null;
}

function describeBlock({ name, elements, raw }: Block): ReportLine[] {
  const breaks = elements.filter((element) => textAt(element, 'Type') === 'Page Break').length;
  const randomised = textAt(raw, 'Options.RandomizeQuestions');
  return [
    ...(breaks > 0
      ? [
          changed(
            name,
            breaks === 1 ? 'A page break' : `${breaks} page breaks`,
            'Pages are cut anew, by length and by what depends on an earlier answer.',
          ),
        ]
      : []),
    ...(hasAt(raw, 'Options.Looping') && textAt(raw, 'Options.Looping') !== 'None'
      ? [leftOut(name, 'Loop and merge', 'Nothing is asked in a loop; its questions are asked once.')]
      : []),
    ...(randomised !== '' && randomised !== 'false'
      ? [changed(name, 'Random order', 'Its questions come in the order of the file.')]
      : []),
  ];
}

interface Around {
  block: Block;
  flow: FlowBlock;
  /** Where the end of the block leads. */
  after: string;
}

function walkQuestion(raw: Loose, element: Loose, around: Around, { found, report }: Walked): void {
  const { block, flow } = around;
  const type = textAt(raw, 'QuestionType');
  const selector = textAt(raw, 'Selector');
  const read = elementOf(QUALTRICS_DIALECT, `${type}/${selector}`, raw, 'QuestionText');
  const what = cutWords(read.wording.text, 120);
  const display = logicOf(raw, 'DisplayLogic');
  const one: Found = {
    ...{
      theirs: textAt(raw, 'QuestionID'),
      place: block.name,
      name: textAt(raw, 'DataExportTag'),
      element: read,
    },
    ...{ help: NOTHING_SAID, required: textAt(raw, 'Validation.Settings.ForceResponse') === 'ON' },
    showIf: allOf([flow.showIf, display.showIf]),
    showWords: [flow.showWords, display.words].filter(Boolean).join(' and '),
    ...{ jumps: skipsOf(element, around.after), lost: lostOfQuestion(raw) },
    why: lostType(type, selector),
  };
  const parts = splitElement(one);
  if (parts.length > 1)
    report.push(changed(block.name, what, `Its ${parts.length} fields become questions of their own.`));
  found.push(...parts);
}

/** Skip logic: the first that holds counts, as with our jumps. */
function skipsOf(element: Loose, after: string): Found['jumps'] {
  return listOf(own(element, 'SkipLogic'))
    .filter(isLoose)
    .map((skip) => {
      const to = textAt(skip, 'SkipToDestination');
      const locator = textAt(skip, 'ChoiceLocator') || textAt(skip, 'Locator');
      return {
        when: readQualtricsTest(locator, textAt(skip, 'Condition'), textAt(skip, 'RightOperand')),
        words: elementOf(QUALTRICS_DIALECT, '', skip, 'Description').wording.text || `Skip to ${to}`,
        to: to === 'ENDOFSURVEY' ? THEIR_END : to === 'ENDOFBLOCK' ? after : to,
      };
    });
}

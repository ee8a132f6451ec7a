import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bringText } from '../document/bring-text.ts';
import { bringDocument } from '../document/read-document.ts';
import { documentOfDraft } from '../document/write-document.ts';
import { Draft } from '../draft/draft.ts';

const SHAPES = ['surveyjs', 'qualtrics', 'formbricks'] as const;

/** A value of any shape dressed as a survey of each product, so that every reader meets it. */
function dressed(shape: (typeof SHAPES)[number], drawn: object, more: object): unknown {
  const element = { name: 'e', id: 'e', QuestionID: 'QID1', ...drawn, ...typeOf(shape, drawn) };
  switch (shape) {
    case 'surveyjs':
      return { ...more, pages: [{ name: 'p', elements: [element, { type: 'text', name: 't' }] }] };
    case 'formbricks':
      return { ...more, questions: [element, { id: 'x', type: 'openText', headline: 'Why?' }] };
    case 'qualtrics': {
      const sq = { Element: 'SQ', PrimaryAttribute: 'QID1', Payload: element };
      const block = {
        ID: 'BL_1',
        Type: 'Default',
        BlockElements: [{ Type: 'Question', QuestionID: 'QID1', SkipLogic: element }],
      };
      return {
        SurveyEntry: { SurveyName: 'x' },
        SurveyElements: [
          sq,
          { Element: 'BL', Payload: [block] },
          { ...more, Element: 'FL', Payload: { Flow: [element] } },
        ],
      };
    }
    default:
      return shape satisfies never;
  }
}

/** Mostly a type that the product has, so that a reader goes on into the parts. */
function typeOf(shape: (typeof SHAPES)[number], drawn: object): object {
  const pick = (all: readonly string[]) => all[JSON.stringify(drawn).length % all.length]!;
  if (shape === 'qualtrics') {
    const [QuestionType, Selector] = pick(TYPES.qualtrics).split('/');
    return { QuestionType, Selector };
  }
  return { type: pick(TYPES[shape]) };
}

const TYPES = {
  surveyjs: [
    ...['text', 'comment', 'radiogroup', 'checkbox', 'dropdown', 'tagbox', 'boolean', 'rating', 'ranking'],
    ...['matrix', 'imagepicker', 'multipletext', 'panel', 'html', 'file', 'slider'],
  ],
  formbricks: [
    ...['openText', 'nps', 'rating', 'csat', 'ces', 'multipleChoiceSingle', 'multipleChoiceMulti', 'matrix'],
    ...['ranking', 'consent', 'cta', 'date', 'address'],
  ],
  qualtrics: [
    ...['MC/SAVR', 'MC/MAVR', 'MC/NPS', 'TE/SL', 'TE/FORM', 'Matrix/Likert', 'RO/DND', 'Slider/HSLIDER'],
    ...['Slider/STAR', 'DB/TB', 'FileUpload/FileUpload'],
  ],
} as const;

const words = fc.constantFrom(
  ...['type', 'name', 'title', 'choices', 'rows', 'columns', 'visibleIf', 'rateValues', 'items', 'elements'],
  ...['id', 'headline', 'logic', 'conditions', 'actions', 'label', 'range', 'QuestionText', 'QuestionType'],
  ...[
    'Selector',
    'Choices',
    'ChoiceOrder',
    'Answers',
    'DisplayLogic',
    'Language',
    'Type',
    '__proto__',
    'constructor',
  ],
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    ...[
      'radiogroup',
      'rating',
      'matrix',
      'panel',
      'multipletext',
      'MC',
      'SAVR',
      'NPS',
      'TE',
      'FORM',
      'Slider',
    ],
    ...[
      '{a} = 1',
      '{{',
      '}}',
      '<script>',
      '&#x110000;',
      '$\u007bq://QID1/x}',
      '#recall:x/fallback:{{|#',
      '\u0000',
      '\ud800',
    ],
  ),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    texts,
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(words, fc.string({ maxLength: 5 })), tie('tree'), { maxKeys: 6 }),
  ),
}));

describe('whatever stands in a file', () => {
  test.each(SHAPES)('dressed as one of %s it becomes a whole draft or a sentence, never a fault', (shape) => {
    fc.assert(
      fc.property(
        fc.dictionary(words, tree, { maxKeys: 8 }),
        fc.dictionary(words, tree, { maxKeys: 3 }),
        (element, more) => {
          const read = bringText(JSON.stringify(dressed(shape, element, more)));
          if (read.kind === 'refused') return read.sentence.endsWith('.');
          const { draft, translations, name, language, report } = read.brought;
          expect(Draft.safeParse(draft).success).toBe(true);
          expect(report.every(({ sentence }) => sentence.length > 0)).toBe(true);
          const document = documentOfDraft({ name: name || 'x', language }, draft, translations);
          return bringDocument(JSON.parse(JSON.stringify(document))) !== null;
        },
      ),
      { numRuns: 400 },
    );
  });
  test('any text at all is read or refused', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) =>
        ['brought', 'refused'].includes(bringText(text).kind),
      ),
    );
  });
});

describe('files made to hurt', () => {
  const bring = (document: unknown) => bringText(JSON.stringify(document));
  test('a million choices are cut, and that is told', () => {
    const choices = Array.from({ length: 500_000 }, (_, at) => at);
    const read = bring({ elements: [{ type: 'radiogroup', name: 'q', choices }] });
    if (read.kind === 'refused') throw new Error(read.sentence);
    expect(read.brought.draft.questions[0]!.parts.options).toHaveLength(50);
    expect(read.brought.report[0]!.sentence).toContain('Only the first 50 come in');
  });
  test('thousands of questions keep the first 200, and name the rest', () => {
    const elements = Array.from({ length: 900 }, (_, at) => ({
      type: 'text',
      name: `n${at}`,
      title: `Why ${at}?`,
    }));
    const read = bring({ elements });
    if (read.kind === 'refused') throw new Error(read.sentence);
    expect(read.brought.draft.questions).toHaveLength(200);
    expect(read.brought.report.filter(({ outcome }) => outcome === 'left_out')).toHaveLength(700);
  });
  test('panels in panels without end are not followed to it', () => {
    let panel: object = { type: 'text', name: 'deep' };
    for (let depth = 0; depth < 2000; depth += 1) panel = { type: 'panel', name: 'p', elements: [panel] };
    expect(bring({ elements: [panel] }).kind).toBe('brought');
  });
  test('brackets nested a hundred thousand deep end in a sentence', () => {
    expect(bringText(`${'['.repeat(100_000)}${']'.repeat(100_000)}`).kind).toBe('refused');
    expect(bringText(`{"elements":${'['.repeat(100_000)}${']'.repeat(100_000)}}`).kind).toBe('refused');
  });
  test('skips that lead round in a circle lead nowhere', () => {
    const logic = (to: string) => [
      {
        conditions: { connector: 'and', conditions: [] },
        actions: [{ objective: 'jumpToQuestion', target: to }],
      },
    ];
    const read = bring({
      questions: ['a', 'b'].map((id, at) => ({
        id,
        type: 'openText',
        headline: id,
        logic: logic(at ? 'a' : 'b'),
        logicFallback: id,
      })),
    });
    if (read.kind === 'refused') throw new Error(read.sentence);
    expect(read.brought.draft.questions.flatMap(({ jumps }) => jumps)).toEqual([]);
  });
  test('endless scripts and tags are read in no time', () => {
    const began = performance.now();
    for (const text of [
      '<script>'.repeat(600_000),
      '<'.repeat(4_000_000),
      '&amp;'.repeat(900_000),
      '{'.repeat(4_000_000),
    ])
      bring({ elements: [{ type: 'html', name: 'h', html: text }] });
    expect(performance.now() - began).toBeLessThan(3000);
  });
});

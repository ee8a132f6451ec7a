import { z } from 'zod';
import type { Said } from '../../question/foreign.ts';
import {
  changed,
  type ForeignSurvey,
  type Found,
  leftOut,
  NOTHING_SAID,
  type ReportLine,
} from '../brought.ts';
import { type Dialect, elementOf } from '../element.ts';
import { languageTag } from '../language-tag.ts';
import { mark } from '../marks.ts';
import { hasAt, isLoose, isOnAt, type Loose, listOf, own, textAt } from '../own.ts';
import { cutWords } from '../plain-words.ts';
import { localised } from '../surveyjs/surveyjs-dialect.ts';
import { readFormbricksLogic } from './formbricks-logic.ts';

const Document = z.looseObject({
  name: z.string().catch(''),
  questions: z.array(z.unknown()).catch([]).default([]),
  blocks: z.array(z.unknown()).catch([]).default([]),
});

/** More elements are not looked at. */
const MOST_ELEMENTS = 1000;

const LOST_TYPES: ReadonlyMap<string, string> = new Map([
  ['fileUpload', 'Files cannot be sent in.'],
  ['pictureSelection', 'Pictures cannot be shown.'],
  ['cal', 'No meeting is booked while somebody answers.'],
  ['address', 'Addresses are not asked: an invitation already says who answers.'],
  ['contactInfo', 'Names and addresses are not asked: an invitation already says who answers.'],
]);

const LOST_OF_SURVEY: readonly (readonly [path: string, sentence: string])[] = [
  ['hiddenFields.fieldIds', 'Hidden fields are left out; what is known of a person is in People.'],
  ['variables', 'No values are computed from answers.'],
  ['triggers', 'What made it pop up is left out; people are asked by invitation.'],
  ['segment', 'Whom it was shown to is left out; a wave says who is asked.'],
  ['followUps', 'Mails that an answer set off are left out. Follow-ups are made in Results.'],
  ['styling', 'Its own look is left out.'],
  ['singleUse.enabled', 'An invitation counts once anyway.'],
  ['recaptcha.enabled', 'No riddle is needed: an invitation holds a link of its own.'],
];

/** Formbricks marks an earlier answer as `#recall:<id>/fallback:<text>#`. */
const DIALECT: Dialect = {
  texts: (raw, path) => localised(own(raw, path), ''),
  lines: (raw, path) =>
    listOf(own(raw, path)).flatMap((item) => {
      if (!isLoose(item)) return [];
      const label = own(item, 'label');
      const texts = localised(label === undefined ? item : label, '');
      return [{ theirs: textAt(item, 'id') || (texts.get('') ?? ''), texts }];
    }),
  mark: (text) =>
    text.replace(/#recall:([\w-]{1,100})\/fallback:([^#]{0,100})#/g, (_, id: string, fallback: string) =>
      mark(id, fallback.replaceAll('nbsp', ' ')),
    ),
};

/** A survey of Formbricks as it was found; null for a document of another shape. */
export function readFormbricks(document: unknown): ForeignSurvey | null {
  const raw = unwrap(document);
  const parsed = Document.safeParse(raw);
  if (!raw || !parsed.success) return null;
  const { blocks, questions, name } = parsed.data;
  const endings = listOf(own(raw, 'endings')).filter(isLoose);
  const ends = new Set(endings.map((ending) => textAt(ending, 'id')));
  const report = LOST_OF_SURVEY.filter(([path]) => hasAt(raw, path)).map(([path, sentence]) =>
    leftOut('Survey', path.split('.')[0]!, sentence),
  );
  if (endings.length > 1)
    report.push(
      leftOut('Survey', `${endings.length} endings`, 'One ending is read by everybody: the first.'),
    );
  const found = (blocks.length > 0 ? blocks : questions).flatMap((one, at) =>
    isLoose(one) ? (blocks.length > 0 ? fromBlock(one, at, ends, report) : [fromQuestion(one, ends)]) : [],
  );
  const language = listOf(own(raw, 'languages')).find((one) => isOnAt(one, 'default'));
  return {
    name: name.trim() || 'Survey from Formbricks',
    language: languageTag(textAt(language, 'language.code')) ?? 'en',
    intro: isOnAt(raw, 'welcomeCard.enabled') ? wordsOf(own(raw, 'welcomeCard'), 'html') : NOTHING_SAID,
    closing: wordsOf(endings[0], 'subheader'),
    found: joinBlocks(found, blocks).slice(0, MOST_ELEMENTS),
    report,
  };
}

/** The API wraps a survey in `data`, and a list of them in an array: the first is read. */
function unwrap(document: unknown): Loose | null {
  let here = document;
  for (let depth = 0; depth < 6; depth += 1) {
    if (Array.isArray(here)) here = here[0];
    else if (isLoose(here) && own(here, 'questions') === undefined && own(here, 'blocks') === undefined)
      here = own(here, 'data') ?? own(here, 'surveys') ?? own(here, 'survey');
    else break;
  }
  return isLoose(here) ? here : null;
}

/** A heading and the line under it, as one text. */
function wordsOf(card: unknown, under: string): Said {
  if (!isLoose(card)) return NOTHING_SAID;
  const { wording } = elementOf(DIALECT, '', card, 'headline');
  const more = elementOf(DIALECT, '', card, under).wording;
  const join = (a = '', b = '') => [a, b].filter(Boolean).join(/[.!?…]$/.test(a) ? ' ' : '. ');
  const tags = new Set([...wording.others.keys(), ...more.others.keys()]);
  return {
    text: join(wording.text, more.text),
    others: new Map([...tags].map((tag) => [tag, join(wording.others.get(tag), more.others.get(tag))])),
  };
}

function fromQuestion(raw: Loose, endings: ReadonlySet<string>, place = 'Survey'): Found {
  const type = textAt(raw, 'type');
  const theirs = textAt(raw, 'id');
  const element = elementOf(DIALECT, type, raw, 'headline');
  const { jumps, lost } = readFormbricksLogic(raw, theirs, endings);
  const media = hasAt(raw, 'imageUrl') || hasAt(raw, 'videoUrl') ? ['Its picture or film is left out.'] : [];
  return {
    ...{ theirs, place, name: theirs, element, help: element.said('subheader'), jumps },
    ...{ required: isOnAt(raw, 'required'), showIf: null, showWords: '', lost: [...media, ...new Set(lost)] },
    why: LOST_TYPES.get(type) ?? null,
  };
}

/** A block is dissolved: what leads on from it leads on from its last question. */
function fromBlock(raw: Loose, at: number, endings: ReadonlySet<string>, report: ReportLine[]): Found[] {
  const place = cutWords(textAt(raw, 'name') || `Block ${at + 1}`, 80);
  const elements = listOf(own(raw, 'elements')).filter(isLoose).slice(0, MOST_ELEMENTS);
  const found = elements.map((element) => fromQuestion(element, endings, place));
  const { jumps, lost } = readFormbricksLogic(raw, '', endings);
  const last = found.at(-1);
  if (!last) return [];
  if (elements.length > 1)
    report.push(
      changed(place, `${elements.length} questions`, 'A block is dissolved: its questions stand in a row.'),
    );
  return [
    ...found.slice(0, -1),
    { ...last, jumps: [...last.jumps, ...jumps], lost: [...last.lost, ...lost] },
  ];
}

/** Jumps between blocks lead to the first question of the block. */
function joinBlocks(found: readonly Found[], blocks: readonly unknown[]): Found[] {
  const firsts = new Map(
    blocks.map((block) => [textAt(block, 'id'), textAt(listOf(own(block, 'elements'))[0], 'id')] as const),
  );
  return found.map((one) => ({
    ...one,
    jumps: one.jumps.map((jump) => ({ ...jump, to: firsts.get(jump.to) || jump.to })),
  }));
}

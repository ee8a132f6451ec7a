import { changed, leftOut, type ReportLine } from '../brought.ts';
import { allOf, type Expression } from '../expression.ts';
import { isLoose, type Loose, listOf, own, textAt } from '../own.ts';
import { cutWords } from '../plain-words.ts';
import { logicOf } from './qualtrics-logic.ts';

/** A block in the order in which the flow comes to it, and under which branches. */
export interface FlowBlock {
  id: string;
  showIf: Expression | null;
  showWords: string;
}

const MOST_DEPTH = 10;
const MOST_BLOCKS = 500;

/** Steps of a flow that ask nothing. */
const STEPS: ReadonlyMap<string, string> = new Map([
  ['EmbeddedData', 'Data set beside the answers is left out; what is known of a person is in People.'],
  ['WebService', 'No other service is called while somebody answers.'],
  ['EndSurvey', 'The flow does not end here; a jump of a question can end it.'],
  ['Authenticator', 'Nobody signs in to answer: an invitation holds a link of its own.'],
  ['Quota', 'No quota stops anybody.'],
  ['QuotaCheck', 'No quota stops anybody.'],
  ['Conjoint', 'A conjoint study is left out.'],
  ['TableOfContents', 'A table of contents is left out.'],
  ['Supplemental', 'Supplemental data is left out.'],
  ['ReferenceSurvey', 'Another survey that is called up is left out.'],
]);

/** The blocks of a flow, branches and groups dissolved; each block once, because each question is asked once. */
export function readFlow(flow: unknown): { blocks: FlowBlock[]; report: ReportLine[] } {
  const walked = { blocks: new Map<string, FlowBlock>(), report: [] as ReportLine[] };
  walk(flow, { depth: 0, showIf: null, showWords: '' }, walked);
  return { blocks: [...walked.blocks.values()], report: walked.report };
}

interface Around {
  depth: number;
  showIf: Expression | null;
  showWords: string;
}

interface Walked {
  blocks: Map<string, FlowBlock>;
  report: ReportLine[];
}

function walk(flow: unknown, around: Around, walked: Walked): void {
  if (around.depth > MOST_DEPTH) {
    walked.report.push(leftOut('Flow', 'A branch', 'Its branches are nested too deep to be read.'));
    return;
  }
  for (const step of listOf(flow)) if (isLoose(step)) walkStep(step, around, walked);
}

function walkStep(step: Loose, around: Around, walked: Walked): void {
  const type = textAt(step, 'Type');
  const what = cutWords(textAt(step, 'Description') || type, 120);
  if (type === 'Block' || type === 'Standard') {
    addBlock(textAt(step, 'ID'), around, walked);
    return;
  }
  const sentence = STEPS.get(type);
  if (sentence) walked.report.push(leftOut('Flow', what, sentence));
  else if (/Randomizer$/.test(type))
    walked.report.push(
      changed('Flow', what, 'Its parts come in the order of the file, all of them, for everybody.'),
    );
  else if (type === 'Branch' && !own(step, 'BranchLogic'))
    walked.report.push(changed('Flow', what, 'A branch without a condition leads everybody through.'));
  else if (type !== 'Branch' && type !== 'Group' && type !== 'Root')
    walked.report.push(leftOut('Flow', what, `There is nothing here for “${cutWords(type, 40)}”.`));
  const { showIf, words } = logicOf(step, 'BranchLogic');
  walk(
    own(step, 'Flow'),
    {
      depth: around.depth + 1,
      showIf: allOf([around.showIf, showIf]),
      showWords: [around.showWords, words].filter(Boolean).join(' and '),
    },
    walked,
  );
}

function addBlock(id: string, around: Around, { blocks, report }: Walked): void {
  if (blocks.size >= MOST_BLOCKS) return;
  if (blocks.has(id))
    report.push(changed('Flow', id, 'A block that comes twice is asked once, where it came first.'));
  else blocks.set(id, { id, showIf: around.showIf, showWords: around.showWords });
}

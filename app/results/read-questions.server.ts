import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { CountedQuestion } from './asked-question.ts';
import { askedOf } from './asked-words.ts';
import { isInConfidence } from './confidence/policy.ts';
import { figureOf } from './figure.ts';
import { gridOf } from './grid.ts';
import type { WaveLine } from './lane.store.server.ts';
import type { QuestionResult } from './question-result.ts';
import { asScore, type Lane, type WholeLane } from './read-lanes.server.ts';
import { readSample, readSamples } from './read-sample.server.ts';
import type { Sample } from './sample.ts';
import type { GridScale, ShareScale, SpreadScale } from './scale.ts';
import { sharesOf } from './shares.ts';
import { spreadOf } from './spread.ts';
import type { Thresholds } from './thresholds.ts';

/** Every counted question of a lane in the order asked, but for the one whose score leads. */
export async function readQuestions(
  db: Db,
  workspace: Workspace,
  of: { wave: WaveLine; lane: Lane; account?: { id: string; name: string } },
  thresholds: Thresholds,
): Promise<QuestionResult[]> {
  const { wave, lane, account } = of;
  const questions = besideScore(lane);
  const about = { wave, lane: lane.row, invited: lane.invited, account };
  const samples = await readSamples(
    db,
    workspace,
    questions.map((question) => ({ ...about, question })),
  );
  return questions.map((question, at) => ({
    // One account's answers are compared with nobody else's coming.
    askedOf: account ? null : askedOfWords(lane, question, samples[at]!),
    ...resultOf(samples[at]!, question, thresholds),
  }));
}

/** The same of a lane that was read whole. */
export function resultsOf({ lane, samples }: WholeLane, thresholds: Thresholds): QuestionResult[] {
  const besides = new Set(besideScore(lane));
  return lane.questions.flatMap((question, at) =>
    besides.has(question)
      ? [
          {
            askedOf: askedOfWords(lane, question, samples[at]!),
            ...resultOf(samples[at]!, question, thresholds),
          },
        ]
      : [],
  );
}

function besideScore({ questions, score }: Lane): CountedQuestion[] {
  return questions.filter(({ key }) => key !== score?.question.key);
}

/** One counted question of a lane, as its kind is read. */
export async function readQuestion(
  db: Db,
  workspace: Workspace,
  of: { wave: WaveLine; lane: Lane; question: CountedQuestion; account?: { id: string; name: string } },
  thresholds: Thresholds,
): Promise<QuestionResult> {
  const { wave, lane, question, account } = of;
  const about = { wave, lane: lane.row, question, invited: lane.invited, account };
  const sample = await readSample(db, workspace, about);
  return {
    // One account's answers are compared with nobody else's coming.
    askedOf: account ? null : askedOfWords(lane, question, sample),
    ...resultOf(sample, question, thresholds),
  };
}

/** Of whom the leading score is. */
export function scoreAskedOf(lane: Lane): string | null {
  const question = lane.questions.find(({ key }) => key === lane.score?.question.key);
  return question && lane.score ? askedOfWords(lane, question, lane.score) : null;
}

/** In confidence nothing: how many of the heard were asked could be one less than all. */
function askedOfWords(lane: Lane, question: CountedQuestion, sample: Sample): string | null {
  if (isInConfidence(sample.confidentiality)) return null;
  const asked = lane.asked.map(({ frozen }) => frozen);
  const answered = sample.n + sample.declined;
  return askedOf(question.frozen, asked, { answered, heard: lane.heard });
}

function resultOf(sample: Sample, { reading }: CountedQuestion, thresholds: Thresholds) {
  switch (reading.view) {
    case 'score':
      return { view: 'score', figure: figureOf(asScore(sample), thresholds) } as const;
    case 'shares': {
      const shares = sharesOf(sample as Sample<ShareScale>, thresholds);
      return { view: 'shares', shares, values: reading.values, several: reading.several } as const;
    }
    case 'grid': {
      const grid = gridOf(sample as Sample<GridScale>, thresholds);
      return { view: 'grid', grid, rows: reading.rows, columns: reading.columns } as const;
    }
    case 'spread': {
      const spread = spreadOf(sample as Sample<SpreadScale>, thresholds);
      return { view: 'spread', spread, unit: reading.unit } as const;
    }
    case 'words':
    case 'none':
      throw new TypeError('Such answers are read, not counted.');
    default:
      return reading satisfies never;
  }
}

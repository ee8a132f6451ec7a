import { z } from 'zod';
import { PersonaLabelOut, toLabelOut } from '#app/persona/persona-wire.ts';
import type { Option } from '#app/survey/question/shared.ts';
import type { ShareRange } from '../arithmetic/shares.ts';
import type { QuestionResult } from '../question-result.ts';
import type { Question } from '../sample.ts';
import type { Bar } from '../shares.ts';
import { FigureOut, TOLD, ToldOut, toFigureOut, toTold } from './figure-wire.ts';

const Share = z.object({ share: z.number(), low: z.number(), high: z.number() }).nullable().meta({
  description: 'A share of the people who answered and its interval, 0 to 1; null while too few did.',
});

const Showing = z.enum(['shown', 'answers_only', 'too_few_accounts', 'withheld', 'none']);

const about = {
  persona: PersonaLabelOut,
  question: z.object({ key: z.string(), wording: z.string(), concept: z.string(), scale: z.string() }),
  answers: ToldOut.meta({ description: `People of this persona who answered this question. ${TOLD}` }),
  answers_to: ToldOut.meta({ description: 'The upper end of the band; otherwise as answers.' }),
  declined: z
    .int()
    .nullable()
    .meta({ description: 'People who preferred not to say: in no share and no count.' }),
  asked_of: z.string().nullable().meta({ description: 'Why fewer answered this than answered the survey.' }),
  known: z.int().nullable(),
  accounts: z.int().nullable(),
  showing: Showing,
};
const shortage = z
  .string()
  .nullable()
  .meta({ description: 'Why there are no figures; null where there are.' });

const ValueOut = z.object({
  answer: z.string(),
  label: z.string(),
  people: z.int().nullable(),
  share: Share,
});

const SharesOut = z.object({
  ...about,
  view: z.literal('shares'),
  shortage,
  several: z.boolean().meta({ description: 'Several could be ticked, so that shares may pass 1 together.' }),
  values: z.array(ValueOut).nullable(),
  top_two: Share,
});

const GridOut = z.object({
  ...about,
  view: z.literal('grid'),
  ordered: z
    .boolean()
    .meta({ description: 'Columns are places in an order, and shares are of all who gave one.' }),
  rows: z.array(
    z.object({
      row: z.string(),
      label: z.string(),
      answers: ToldOut,
      answers_to: ToldOut,
      showing: Showing,
      shortage,
      values: z.array(ValueOut).nullable(),
      leading: z
        .object({ places: z.int(), share: z.number(), low: z.number(), high: z.number() })
        .nullable()
        .meta({ description: 'How many gave it one of the first places.' }),
    }),
  ),
});

const mark = z
  .union([z.number(), z.string()])
  .nullable()
  .meta({ description: 'A number, or a day; null where it may not be shown.' });

const SpreadOut = z.object({
  ...about,
  view: z.literal('spread'),
  shortage,
  of: z.enum(['number', 'date']),
  unit: z.string(),
  ...{ lowest: mark, lower_quartile: mark, median: mark, upper_quartile: mark, highest: mark },
  bins: z.array(z.object({ label: z.string(), from: mark, below: mark, people: z.int() })).nullable(),
});

const ScoreOut = z.object({ view: z.literal('score'), asked_of: z.string().nullable(), ...FigureOut.shape });

/** What one persona answered to one question besides the leading one, as the kind of question is read. */
export const QuestionOut = z.discriminatedUnion('view', [ScoreOut, SharesOut, GridOut, SpreadOut]);
type QuestionOut = z.infer<typeof QuestionOut>;

export function toQuestionOut(result: QuestionResult): QuestionOut {
  switch (result.view) {
    case 'score':
      return { view: 'score', asked_of: result.askedOf, ...toFigureOut(result.figure) };
    case 'shares': {
      const { shares, values, several } = result;
      return {
        ...toAbout(shares, result.askedOf),
        view: 'shares',
        shortage: shares.shortage,
        several,
        values: toValues(shares.bars, values),
        top_two: toShare(shares.topTwo),
      };
    }
    case 'grid':
      return toGridOut(result);
    case 'spread':
      return toSpreadOut(result);
    default:
      return result satisfies never;
  }
}

type About = Pick<
  Extract<QuestionResult, { view: 'shares' }>['shares'],
  'persona' | 'n' | 'band' | 'declined' | 'known' | 'accounts' | 'showing'
> & { question: Question };

function toAbout(
  { persona, question, n, band, declined, known, accounts, showing }: About,
  askedOf: string | null,
) {
  const { key, wording, concept, scale } = question;
  return {
    persona: toLabelOut(persona),
    question: { key, wording, concept, scale },
    ...toAnswers({ n, band, showing }),
    declined,
    asked_of: askedOf,
    known,
    accounts,
    showing,
  };
}

function toAnswers(of: Parameters<typeof toTold>[0]) {
  const [answers, answers_to] = toTold(of);
  return { answers, answers_to };
}

function toGridOut({ grid, rows, columns, askedOf }: Extract<QuestionResult, { view: 'grid' }>): QuestionOut {
  return {
    ...toAbout(grid, askedOf),
    view: 'grid',
    ordered: grid.ordered,
    rows: grid.rows.map(({ key, shares, leading }) => ({
      row: key,
      label: labelOf(rows, key),
      ...toAnswers(shares),
      showing: shares.showing,
      shortage: shares.shortage,
      values: toValues(shares.bars, columns),
      leading: leading && { places: leading.places, ...toRange(leading.share) },
    })),
  };
}

function toSpreadOut({ spread, unit, askedOf }: Extract<QuestionResult, { view: 'spread' }>): QuestionOut {
  return {
    ...toAbout(spread, askedOf),
    view: 'spread',
    shortage: spread.shortage,
    of: spread.question.scale,
    unit,
    lowest: spread.lowest,
    lower_quartile: spread.lowerQuartile,
    median: spread.median,
    upper_quartile: spread.upperQuartile,
    highest: spread.highest,
    bins: spread.bins?.map((bin) => ({ ...bin })) ?? null,
  };
}

function toValues(bars: readonly Bar[] | null, labels: readonly Option[]) {
  const toValue = ({ value, people, share }: Bar) => ({
    answer: value,
    label: labelOf(labels, value),
    people,
    share: toShare(share),
  });
  return bars?.map(toValue) ?? null;
}

function toShare(range: ShareRange | null) {
  return range && toRange(range);
}

function toRange({ share, lo, hi }: ShareRange) {
  const shown = (value: number) => Math.round(value * 1000) / 1000;
  return { share: shown(share), low: shown(lo), high: shown(hi) };
}

function labelOf(options: readonly Option[], key: string): string {
  return options.find((option) => option.key === key)?.label ?? key;
}

import { isBase } from '#app/persona/persona.ts';
import { capital } from '#app/results/display.ts';
import {
  accountWords,
  boundsWords,
  dominanceSentences,
  heardWords,
  scoreTold,
} from '#app/results/sentence.ts';
import type { LaneView } from '../page/lane-view.ts';

/** What a picture of one lane carries in its own pixels, so that it means the same wherever it is pasted. */
export interface LaneWords {
  persona: string;
  /** Under which base a custom persona stands; null for a base persona. */
  under: string | null;
  wave: string;
  /** "+39", or words where there is no score. */
  score: string;
  heard: string;
  interval: string;
  /** What to know before leaning on the score, a line each. */
  cautions: string[];
  change: string;
  foot: string;
}

export interface PictureOf {
  waveName: string;
  programmeName: string;
  /** The day that the picture was made, such as 30 November 2026. */
  madeOn: string;
}

const BASE_WORDS = {
  end_user: 'a kind of end-user',
  influencer: 'a kind of influencer',
  buyer: 'a kind of buyer',
  advocate: 'a kind of advocate',
} as const;

export function laneWords(lane: LaneView, of: PictureOf): LaneWords {
  const { persona, since } = lane;
  return {
    persona: persona.plural,
    under: isBase(persona.id) ? null : BASE_WORDS[persona.base],
    wave: `${of.waveName}, ${of.programmeName}`,
    ...scoreWords(lane),
    cautions: cautionsOf(lane.figure),
    change:
      lane.heard === 0
        ? ''
        : since
          ? `Since ${since.earlierName}: ${since.words}`
          : 'Nothing to compare with',
    foot: `Made on ${of.madeOn} · Scores are comparable only within one persona`,
  };
}

function cautionsOf(figure: LaneView['figure']): string[] {
  return figure ? [boundsWords(figure) ?? [], dominanceSentences(figure)].flat() : [];
}

function scoreWords({
  figure,
  heard,
  heardTold,
  isQuiet,
  known,
}: LaneView): Pick<LaneWords, 'score' | 'heard' | 'interval'> {
  if (!figure) {
    const people = known === null ? `${heardTold} heard` : `${heardTold} of ${known} heard`;
    return {
      score: heard === 0 && !isQuiet ? 'Not heard' : 'No score',
      heard: people,
      interval: '',
    };
  }
  return {
    score:
      figure.score === null
        ? figure.n === 0 && !isQuiet
          ? 'Not heard'
          : 'No score'
        : (scoreTold(figure) ?? ''),
    heard: [heardWords(figure), accountWords(figure)].filter(Boolean).join(' '),
    interval:
      figure.n === 0 && !isQuiet
        ? ''
        : capital(figure.score === null ? (figure.shortage ?? '') : figure.interval.meaning),
  };
}

/** The picture in words, for whoever does not see it: the same facts in the same order. */
export function altText(words: LaneWords): string {
  const { persona, under, wave, score, heard, interval, cautions, change, foot } = words;
  const who = under ? `${persona}, ${under}` : persona;
  const facts = [`${who}, ${wave}: ${score}`, heard, interval, ...cautions, change, foot.split(' · ')[0]!];
  const said = facts.filter((fact) => fact !== '').map((fact) => fact.replace(/\.$/, ''));
  return `${said.join('. ')}.`;
}

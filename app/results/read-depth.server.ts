import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Breakdown } from './breakdown/breakdown.ts';
import { readBreakdown } from './breakdown/read-breakdown.server.ts';
import { isInConfidence } from './confidence/policy.ts';
import type { Depth } from './depth.ts';
import type { Difference } from './difference.ts';
import { type Part, unreadOf } from './each.ts';
import type { Halves } from './frame/frame.ts';
import { askedIn, readFrame } from './frame/read-frame.server.ts';
import { haveHalves, readHalves } from './frame/read-halves.server.ts';
import type { Panel } from './panel/panel.ts';
import { readPanel } from './panel/read-panel.server.ts';
import type { PersonaPage } from './read-persona-page.server.ts';
import { type ReadScored, scoredOnce } from './scored-once.server.ts';
import { figureSentence } from './sentence.ts';
import { sureOf } from './sure/sure.ts';
import type { Thresholds } from './thresholds.ts';
import { type Finding, heldAmong, judgeTogether } from './together.ts';

export type OfPage = Pick<PersonaPage, 'wave' | 'lane' | 'purpose' | 'figure' | 'since' | 'before'>;

/** What the address asks for. */
export interface DepthAsked {
  /** What the answers are to be broken down by; null for nothing. */
  by: string | null;
  /** Of so many people or answers each is read; see `mostReadFor`. */
  most: number;
}

export async function readDepth(
  db: Db,
  workspace: Workspace,
  page: OfPage,
  { by, most }: DepthAsked,
  thresholds: Thresholds,
): Promise<Depth> {
  const { wave, lane } = page;
  const scored = lane.score ? scoredOnce(db, workspace, lane.score) : async () => [];
  const [panel, breakdown, halves, frame] = await Promise.all([
    readPanelOf(db, workspace, { ...page, scored, most }, thresholds),
    readBreakdown(db, workspace, { wave, lane, scored, asked: by }, thresholds),
    readHalves({ wave, lane, scored, most }, thresholds),
    readFrame(db, workspace, { wave, lane, most }),
  ]);
  const together = judgeTogether(findingsOf(page.since, panel, halves, breakdown));
  const since = heldAmong('since', page.since, together);
  return {
    sure:
      lane.score && !isInConfidence(wave.confidentiality)
        ? sureOf(lane.score, page.purpose?.rule ?? null, thresholds)
        : null,
    ...{ panel, breakdown, halves, frame, together, since },
    unread: unreadOf(sizesOf(page, { panel, frame }, thresholds), most),
    sentence: page.figure && figureSentence(page.figure, since),
  };
}

async function readPanelOf(
  db: Db,
  workspace: Workspace,
  { wave, lane, before, scored, most }: OfPage & { scored: ReadScored; most: number },
  thresholds: Thresholds,
): Promise<Panel | null> {
  if (!lane.score || !before) return null;
  const { confidentiality } = wave;
  const of = { before: before.sample, after: lane.score, scored, confidentiality, most };
  return readPanel(db, workspace, of, thresholds);
}

/** How many are read for each part that says something here. */
function sizesOf(
  { wave, lane, before }: OfPage,
  { panel, frame }: Pick<Depth, 'panel' | 'frame'>,
  thresholds: Thresholds,
): Partial<Record<Part, number>> {
  const heard = lane.score?.n ?? 0;
  return {
    ...(frame?.kind === 'named' && lane.heard > 0 && { likeness: askedIn(lane) }),
    ...(panel && { panel: Math.max(heard, before?.sample.n ?? 0) }),
    ...(haveHalves({ wave, lane }, thresholds) && { halves: heard }),
  };
}

function findingsOf(
  since: Difference | null,
  panel: Panel | null,
  halves: Halves | null,
  { rows }: Breakdown,
): Finding[] {
  const findings: Finding[] = [];
  if (since?.kind === 'difference') findings.push({ key: 'since', p: since.p, verdict: since.verdict });
  if (panel?.kind === 'paired' && panel.change)
    findings.push({ key: 'panel', p: panel.change.p, verdict: panel.change.verdict });
  if (halves?.against.kind === 'against')
    findings.push({ key: 'halves', p: halves.against.p, verdict: halves.against.verdict });
  for (const row of rows)
    if (row.kind === 'shown' && row.rest?.kind === 'against')
      findings.push({ key: `group ${row.key}`, p: row.rest.p, verdict: row.rest.verdict });
  return findings;
}

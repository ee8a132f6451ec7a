import { dayIn } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { AskedPage } from '../page/asked-page.ts';
import { type ReadPage, readPage } from '../read-page.server.ts';
import { drawPaper, type PaperSize } from './draw-paper.server.ts';
import { paperOf } from './paper.ts';

export type PrintedPage =
  | { kind: 'printed'; pdf: Buffer; waveName: string }
  | Exclude<ReadPage, { kind: 'read' }>;

/** The executive's page as a PDF, made here without a browser. */
export async function printPage(
  house: Pick<House, 'reading' | 'clock' | 'env'>,
  workspace: Workspace,
  asked: AskedPage & { size: PaperSize; workspaceName: string },
): Promise<PrintedPage> {
  const read = await readPage(house, workspace, asked);
  if (read.kind !== 'read') return read;
  const { wave } = read.page;
  const now = house.clock.now();
  const on = {
    printed: dayIn('UTC', now),
    closed: wave.closedAt === null ? null : dayIn('UTC', wave.closedAt),
  };
  const paper = paperOf(read.page, { workspaceName: asked.workspaceName, on });
  return { kind: 'printed', pdf: await drawPaper(paper, asked.size, now), waveName: wave.name };
}

import { setImmediate as letOthersWork } from 'node:timers/promises';
import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { listOpenedWords } from '../confidence/opened-text.store.server.ts';
import { isInConfidence } from '../confidence/policy.ts';
import { listWords, type WordsRow } from '../verbatim.store.server.ts';
import { type OpenLane, openLane } from './open-lane.server.ts';
import { listQuotes } from './quote.store.server.ts';
import { matchedWords, signsOf, type Terms, termsOf } from './suggest.ts';
import { countTagsIn, insertSuggestions, type TextRow } from './tag.store.server.ts';
import { listThemeRows } from './theme.store.server.ts';
import type { LaneAt, Theme } from './theme.ts';

export type Suggested =
  | { kind: 'suggested'; tags: number }
  /** No open theme, so nothing to suggest. */
  | { kind: 'no_themes' }
  | { kind: 'unknown' }
  | { kind: 'withheld' };

/** Texts that one run looks through, the newest first, and quotes of a theme that it learns from. */
const LOOKED_AT = 2_000;
const PAGE = 250;
const LEARNED_FROM = 200;
const WORDS_SAID = 4;

interface Text extends TextRow {
  made: Terms;
}

/**
 * Suggests themes for the texts of ONE persona in one wave, each with the words that matched: by the names of themes, and by
 * what their confirmed quotes of the same persona have in common. It counts nowhere until a person confirms it, and what
 * was dismissed is not suggested again.
 */
export async function suggestTags(
  { db, reading, ids, clock }: Pick<House, 'db' | 'reading' | 'ids' | 'clock'>,
  workspace: Workspace,
  { waveId, personaId, actor }: LaneAt & { actor: Actor },
): Promise<Suggested> {
  const lane = { waveId, personaId };
  const open = await openLane(reading, workspace, lane);
  if (open.kind !== 'open') return open;
  const themes = (await listThemeRows(reading, workspace)).filter(({ closedAt }) => closedAt === null);
  if (themes.length === 0) return { kind: 'no_themes' };
  const texts = await readTexts(reading, workspace, { ...lane, ...open });
  const all = texts.map(({ made }) => made);
  const found: { themeId: string; on: (TextRow & { why: string })[] }[] = [];
  for (const theme of themes) {
    const quotes = await readQuotes(reading, workspace, personaId, theme);
    found.push({ themeId: theme.id, on: matchesIn(texts, termsOf(theme.name), signsOf(quotes, all)) });
    await letOthersWork();
  }
  return inTransaction(db, async (tx) => {
    const at = clock.now();
    const before = await countTagsIn(tx, workspace, lane);
    for (const { themeId, on } of found)
      for (let from = 0; from < on.length; from += PAGE)
        await insertSuggestions(tx, workspace, { ...lane, themeId, at }, on.slice(from, from + PAGE));
    const tags = (await countTagsIn(tx, workspace, lane)) - before;
    const entry = { id: ids.make(), at, actor, act: 'suggest_tags', subject: waveId };
    if (tags > 0) await writeAudit(tx, workspace, { ...entry, detail: { personaId, tags } });
    return { kind: 'suggested', tags };
  });
}

async function readTexts(
  reading: House['db'],
  workspace: Workspace,
  { waveId, personaId, questionKeys, confidentiality }: LaneAt & Extract<OpenLane, { kind: 'open' }>,
): Promise<Text[]> {
  const of = { waveId, personaId, questionKeys };
  const toText = ({ words, ...text }: WordsRow): Text => ({ ...text, made: termsOf(words) });
  // What may not be read is not looked through either, and the order in which it came says nothing.
  if (isInConfidence(confidentiality))
    return (await listOpenedWords(reading, workspace, { ...of, limit: LOOKED_AT })).map(toText);
  const texts: Text[] = [];
  let before: string | undefined;
  while (texts.length < LOOKED_AT) {
    const page = await listWords(reading, workspace, { ...of, before, limit: PAGE });
    texts.push(...page.map(toText));
    before = page.at(-1)?.responseId;
    if (page.length < PAGE) break;
    await letOthersWork();
  }
  return texts;
}

async function readQuotes(
  reading: House['db'],
  workspace: Workspace,
  personaId: string,
  { id: themeId }: Theme,
): Promise<Terms[]> {
  const quotes = await listQuotes(reading, workspace, { personaId, themeId, limit: LEARNED_FROM });
  return quotes.map(termsOf);
}

function matchesIn(texts: readonly Text[], name: Terms, signs: ReturnType<typeof signsOf>) {
  return texts.flatMap(({ made, ...text }) => {
    const words = matchedWords(made, name, signs);
    return words ? [{ ...text, why: words.slice(0, WORDS_SAID).join(', ') }] : [];
  });
}

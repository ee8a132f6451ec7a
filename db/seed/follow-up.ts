import { actOnFollowUps } from '#app/followup/act-on-follow-ups.server.ts';
import type { Act } from '#app/followup/follow-up.ts';
import { pageFollowUps } from '#app/followup/queue/page-follow-ups.server.ts';
import { createRule } from '#app/followup/rule/create-rule.server.ts';
import { followRules } from '#app/followup/rule/follow-rules.server.ts';
import { listRules } from '#app/followup/rule/list-rules.server.ts';
import type { Trigger } from '#app/followup/rule/rule.ts';
import { DAYS } from './calendar.ts';
import { expectKind, type OpenStage } from './stage.ts';

/** Before the latest wave: what buyers say that needs somebody, and whoever leaves, opens a follow-up. */
export async function makeRules(stage: OpenStage, programmeId: string): Promise<void> {
  stage.goTo(DAYS.latestSent + 1);
  const { house, workspace, actor } = stage;
  const page = await listRules(house.db, workspace, programmeId);
  const asked = page?.questions.find(({ personaId, scale }) => personaId === 'buyer' && scale?.high === 10);
  if (!asked) throw new Error('The example asks its buyers nothing on 0 to 10.');
  const { surveyId, key: questionKey } = asked;
  const rules: [string, Trigger][] = [
    ['Call them and ask what went wrong', { kind: 'score', surveyId, questionKey, atMost: 6 }],
    ['Find out who follows them', { kind: 'left' }],
  ];
  for (const [what, trigger] of rules) {
    const rule = { programmeId, personaId: 'buyer', trigger, what, ownerId: null, hours: 16, actor };
    expectKind(await createRule(house, workspace, rule), 'created');
  }
}

/** What became of the first few, one after the other; the next is taken up, and the rest wait too long already. */
const ENDS: readonly Act[] = [
  { kind: 'done', outcome: 'The invoice was corrected, and their CFO has a direct number for the next one.' },
  {
    kind: 'decline',
    because: 'They want weekly reports on paper. We do not print, and said so on the phone.',
  },
  { kind: 'done', outcome: 'Their account manager stays for two years; she introduced herself in person.' },
];

/** After it: the rules have looked, and the CX lead works through what they opened. */
export async function followUp(stage: OpenStage, programmeId: string): Promise<void> {
  const { house, workspace, actor } = stage;
  await followRules(house);
  stage.goTo(DAYS.fileReceived, 14);
  const all = { filter: { state: 'unsettled', programmeId } as const, limit: 100 };
  const ids = (await pageFollowUps(house.db, workspace, all)).map(({ id }) => id);
  const act = async (id: string, acts: readonly Act[]) =>
    expectKind(await actOnFollowUps(house, workspace, { on: [{ id }], acts, actor }), 'done');
  for (const [at, end] of ENDS.entries())
    if (ids[at]) await act(ids[at], [end, ...(at < 2 ? [{ kind: 'tell' } as const] : [])]);
  if (ids[ENDS.length]) await act(ids[ENDS.length]!, [{ kind: 'take_up', ownerId: actor }]);
}

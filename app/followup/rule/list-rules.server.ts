import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findProgramme } from '#app/programme/programme.store.server.ts';
import { listThemes } from '#app/results/theme/list-themes.server.ts';
import { withoutPipes } from '#app/survey/logic/piping.ts';
import { QuestionSet } from '#app/survey/question.ts';
import { listProgrammeVersionRows } from '#app/survey/version/version.store.server.ts';
import { type AbleMember, listAbleMembers } from '../member.store.server.ts';
import { type OfferedQuestion, offeredOf } from './offered.ts';
import { listRuleRows } from './rule.store.server.ts';
import { type Rule, sayTrigger } from './rule.ts';

export interface RulesPage {
  programme: { id: string; name: string; confidentiality: 'attributed' | 'confidential' | 'unlinkable' };
  /** In words, in lane order. */
  rules: (Rule & { when: string })[];
  personas: Persona[];
  questions: OfferedQuestion[];
  members: AbleMember[];
  /** Those that a rule can be made of. */
  themes: { id: string; name: string }[];
}

/** The rules of a programme and what new ones can be made of; null where it asks nobody, or is not there. */
export async function listRules(
  db: Db,
  workspace: Workspace,
  programmeId: string,
): Promise<RulesPage | null> {
  const programme = await findProgramme(db, workspace, programmeId);
  if (!programme || programme.origin === 'imported') return null;
  const personas = await listPersonas(db, workspace);
  const questions = await listOffered(db, workspace, programmeId);
  const rules = await listRuleRows(db, workspace, programmeId);
  const themes = await listThemes(db, workspace);
  const place = new Map(personas.map(({ id }, at) => [id, at]));
  const { id, name, confidentiality } = programme;
  return {
    programme: { id, name, confidentiality },
    rules: rules
      .map((rule) => ({ ...rule, when: sayWhen(rule, questions, themes) }))
      .sort((a, b) => (place.get(a.personaId) ?? 0) - (place.get(b.personaId) ?? 0)),
    personas,
    questions,
    members: await listAbleMembers(db, workspace),
    themes: themes.filter(({ closedAt }) => closedAt === null),
  };
}

/** The questions of the newest version of each survey that a rule can act on. */
export async function listOffered(
  db: Db,
  workspace: Workspace,
  programmeId: string,
): Promise<OfferedQuestion[]> {
  const versions = await listProgrammeVersionRows(db, workspace, programmeId);
  const newest = versions.filter(
    ({ surveyId }, at) => versions.findIndex((version) => version.surveyId === surveyId) === at,
  );
  return newest.flatMap(({ surveyId, surveyName, personaId, definition }) =>
    QuestionSet.parse(JSON.parse(definition)).questions.flatMap((question) => {
      const offered = offeredOf(question);
      const { key } = question;
      const wording = withoutPipes(question.wording);
      return offered ? [{ surveyId, surveyName, personaId, key, wording, ...offered }] : [];
    }),
  );
}

function sayWhen(
  { trigger }: Rule,
  questions: readonly OfferedQuestion[],
  themes: readonly { id: string; name: string }[],
): string {
  if (trigger.kind !== 'score' && trigger.kind !== 'choice') {
    const named = trigger.kind === 'theme' ? themes.find(({ id }) => id === trigger.themeId) : undefined;
    return sayTrigger(trigger, { wording: null, choice: null, theme: named?.name ?? null });
  }
  const asked = questions.find(
    ({ surveyId, key }) => surveyId === trigger.surveyId && key === trigger.questionKey,
  );
  const chosen = trigger.kind === 'choice' ? trigger.choiceKey : null;
  const choice = asked?.choices.find(({ key }) => key === chosen)?.label ?? null;
  return sayTrigger(trigger, { wording: asked?.wording ?? null, choice });
}

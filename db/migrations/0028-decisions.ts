import { createIndex, createTable, freeze, inWorkspace, type Step } from './kit.ts';

/** What a programme decided upon hearing its respondents: to do something, or not to and why; for personas that it names. */
export async function up(step: Step): Promise<void> {
  await createTable(step, 'decision', [
    inWorkspace,
    'id text not null',
    'programme_id text not null',
    "verdict text not null check (verdict in ('do', 'no'))",
    "what text not null check (what <> '')",
    'because text',
    'decided_by text not null',
    'decided_at BIG not null',
    'primary key (workspace_id, id)',
    'foreign key (workspace_id, programme_id) references programme (workspace_id, id)',
    // A no without its reason is no answer.
    "check (verdict = 'do' or because is not null)",
  ]);
  await freeze(step, 'decision');
  await createIndex(step, 'decision_by_programme', 'decision (workspace_id, programme_id, decided_at)');
  await createTable(step, 'decision_persona', [
    inWorkspace,
    'decision_id text not null',
    'persona_id text not null',
    'primary key (workspace_id, decision_id, persona_id)',
    'foreign key (workspace_id, decision_id) references decision (workspace_id, id)',
    'foreign key (workspace_id, persona_id) references persona (workspace_id, id)',
  ]);
  await createTable(step, 'decision_follow_up', [
    inWorkspace,
    'decision_id text not null',
    'follow_up_id text not null',
    'primary key (workspace_id, decision_id, follow_up_id)',
    'foreign key (workspace_id, decision_id) references decision (workspace_id, id)',
    'foreign key (workspace_id, follow_up_id) references follow_up (workspace_id, id)',
  ]);
  for (const half of ['decision_persona', 'decision_follow_up']) await freeze(step, half);
}

import { createIndex, type Step } from './kit.ts';

/** The executive's page counts work by lane and by how far it came. */
export async function up(step: Step): Promise<void> {
  await createIndex(step, 'follow_up_by_lane', 'follow_up (workspace_id, wave_id, persona_id, state)');
}

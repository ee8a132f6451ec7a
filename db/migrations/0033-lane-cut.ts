import { createTable, freeze, inWorkspace, type Step } from './kit.ts';

/**
 * By what the answers of ONE persona in a confidential wave are broken down: one way, for good. A second way, or the
 * same one after an account moved, could be subtracted from the first until one person is left.
 */
export async function up(step: Step): Promise<void> {
  await createTable(step, 'lane_cut', [
    inWorkspace,
    'wave_id text not null',
    'persona_id text not null',
    // The attribute may be renamed or deleted since: what was released stays what it was.
    'attribute_id text not null',
    'name text not null',
    // Which account fell in which group.
    'cells text not null',
    'decided_by text not null',
    'decided_at BIG not null',
    'primary key (workspace_id, wave_id, persona_id)',
    'foreign key (workspace_id, wave_id, persona_id) references wave_lane (workspace_id, wave_id, persona_id)',
  ]);
  await freeze(step, 'lane_cut');
}

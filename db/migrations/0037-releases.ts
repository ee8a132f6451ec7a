import { createTable, inWorkspace, type Step } from './kit.ts';

const lane = [inWorkspace, 'wave_id text not null', 'persona_id text not null'];
const toLane =
  'foreign key (workspace_id, wave_id, persona_id) references wave_lane (workspace_id, wave_id, persona_id)';

/**
 * What is shown of answers given in confidence moves in batches, so each lane keeps what is shown of it and what will be
 * shown next; what has come since is in the counters.
 */
export async function up(step: Step): Promise<void> {
  await createTable(step, 'lane_release', [
    ...lane,
    // People heard, as far as shown, and as far as shown next; the last batch of each.
    'shown integer not null',
    'next integer not null',
    'shown_batch integer not null',
    'next_batch integer not null',
    // People counted when the lane was looked at last, and whether nobody could answer any more.
    'seen integer not null',
    'is_over integer not null check (is_over in (0, 1))',
    // Responses that may be read one by one, and the last batch of them.
    'opened integer not null',
    'opened_batch integer not null',
    'primary key (workspace_id, wave_id, persona_id)',
    toLane,
    'check (shown >= 0 and shown <= next and next <= seen and opened <= shown)',
    'check (opened_batch <= shown_batch and shown_batch <= next_batch)',
  ]);
  await createTable(step, 'series_release', [
    ...lane,
    'question_key text not null',
    // A row of a grid; empty for the answers to any other question.
    'part text not null',
    'shown integer not null',
    'next integer not null',
    // JSON arrays of [account_id, value, people], as the counters have them.
    'shown_counts text not null',
    'next_counts text not null',
    'primary key (workspace_id, wave_id, persona_id, question_key, part)',
    toLane,
    'check (shown >= 0 and shown <= next)',
  ]);
  // In which batch each response is shown, and no order within it: that would say who came when.
  await createTable(
    step,
    'batched_response',
    [
      ...lane,
      'response_id text not null',
      'batch integer not null',
      'primary key (workspace_id, wave_id, persona_id, response_id)',
      toLane,
    ],
    { unordered: true },
  );
}

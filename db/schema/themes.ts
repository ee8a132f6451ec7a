import type { ColumnType } from 'kysely';

type Frozen<T> = ColumnType<T, T, never>;

/** What people talk about, and which text of which persona raises it. Times are ms since 1970 UTC. */
export interface ThemeTables {
  theme: {
    workspace_id: Frozen<string>;
    id: Frozen<string>;
    name: string;
    /** The name as two of them are told apart. */
    name_key: string;
    definition: string;
    created_by: Frozen<string>;
    created_at: Frozen<number>;
    closed_at: number | null;
    /** Where its tags went. */
    merged_into: string | null;
  };
  /** That a text of one persona raises a theme; it counts once it is confirmed. */
  theme_tag: {
    workspace_id: Frozen<string>;
    wave_id: Frozen<string>;
    persona_id: Frozen<string>;
    survey_version_id: Frozen<string>;
    response_id: Frozen<string>;
    question_key: Frozen<string>;
    theme_id: Frozen<string>;
    made_by: Frozen<'member' | 'machine'>;
    made_at: Frozen<number>;
    /** The words of the text that made a machine suggest it. */
    why: Frozen<string>;
    confirmed_by: string | null;
    confirmed_at: number | null;
    /** Not suggested again. */
    dismissed_at: number | null;
  };
  follow_up_theme: { workspace_id: Frozen<string>; follow_up_id: Frozen<string>; theme_id: string };
  decision_theme: { workspace_id: Frozen<string>; decision_id: Frozen<string>; theme_id: Frozen<string> };
  /** From how many speakers of one persona on a theme waits for a decision of the programme. */
  theme_size: { workspace_id: Frozen<string>; programme_id: Frozen<string>; speakers: number };
}

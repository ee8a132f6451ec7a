/** What respondents were told came of their answers. Times are ms since 1970 UTC. */
export interface ToldBackTables {
  told_letter: {
    workspace_id: string;
    wave_id: string;
    persona_id: string;
    ordinal: number;
    heard: string;
    will_do: string;
    will_not: string;
    to_silent: number;
    revision: number;
    updated_by: string;
    updated_at: number;
    sent_by: string | null;
    sent_at: number | null;
    queued_after: string | null;
    queued_at: number | null;
  };
  /** Who was told, each once, however often they are written to. */
  told_respondent: {
    workspace_id: string;
    invitation_id: string;
    way: 'letter' | 'follow_up';
    told_at: number;
  };
}

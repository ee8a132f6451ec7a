import { createContext, useContext } from 'react';
import type { DraftAct } from '#app/survey/draft/draft-act.ts';
import type { EditorView } from './page.tsx';
import type { Change } from './use-builder.ts';

/** What every part of the editor may need and that does not change while somebody types. */
export interface Desk {
  view: EditorView;
  /** True once script runs: until then every act is a form that is sent. */
  isAlive: boolean;
  change(change: Change): void;
  act(act: DraftAct): void;
}

const DeskContext = createContext<Desk | null>(null);

export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('A part of the editor stands outside of it.');
  return desk;
}

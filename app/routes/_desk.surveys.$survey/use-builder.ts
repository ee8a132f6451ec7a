import { useCallback, useRef, useState } from 'react';
import { type Builder, type Change, changeBuilder } from '#app/survey/draft/builder-state.ts';

export type { Change };

/** Holds the editor's state; `peek` is the newest also inside a wait, where a render has not come yet. */
export function useBuilder(open: () => Builder) {
  const [state, setState] = useState(open);
  const newest = useRef(state);
  const change = useCallback((wanted: Change) => {
    newest.current = changeBuilder(newest.current, wanted);
    setState(newest.current);
  }, []);
  const peek = useCallback(() => newest.current, []);
  return { state, change, peek };
}

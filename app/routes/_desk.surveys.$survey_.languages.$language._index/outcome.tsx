import { Notice } from '#app/ui/notice.tsx';
import type { SaveOutcome } from './use-save-by-self.ts';

/** What came of saving, where it was not simply done. */
export function Outcome({ outcome }: { outcome: SaveOutcome | undefined }) {
  if (!outcome) return null;
  const { clashes, gone, othersSaved } = outcome;
  if (clashes.length > 0)
    return (
      <Notice
        heading={`Somebody else wrote at ${clashes.length === 1 ? 'a place' : `${clashes.length} places`} where you did`}
        sentence="Nothing of theirs was written over. Your words are still in the field, and theirs stand under it: choose there. Everything else of yours is saved."
      />
    );
  if (gone > 0)
    return (
      <Notice
        heading={gone === 1 ? 'One text is gone from the survey' : `${gone} texts are gone from the survey`}
        sentence="Somebody removed them while you were writing, so there was no place to save what you wrote there."
      />
    );
  if (othersSaved)
    return (
      <p className="said">Somebody else saved texts of this language too. Yours and theirs are both kept.</p>
    );
  return null;
}

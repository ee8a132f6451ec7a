import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Glyph } from '#app/ui/glyph.tsx';
import { Quote } from '#app/ui/quote.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Committee, CommitteeLane, LaneVoice } from './committee.ts';
import { vainWords } from './seat-words.ts';
import { dayWords } from './time-scale.ts';

/** Equal room for each persona: many of one push nobody else out of sight. */
const OPEN_VOICES = 2;

/** What was written, one column for each persona; a silent one has a box that says why it is silent. */
export function OwnWords({ committee: { lanes, wave, isTold } }: { committee: Committee }) {
  if (!wave || !isTold) return null;
  const shown = lanes.filter(({ sitting, required, heard }) => sitting.length > 0 || required > 0 || heard);
  return (
    <Section title="In their own words" lead={`In ${wave.name}. They agreed that the team sees names.`}>
      <div className="voices">
        {shown.map((lane) => (
          <div key={lane.persona.id}>
            <h3>
              <span className="persona">
                <Glyph {...laneIdentity(lane.persona)} state={lane.heard ? 'filled' : 'outline'} size={14} />
                {lane.persona.plural}
              </span>
            </h3>
            <Column lane={lane} />
          </div>
        ))}
      </div>
    </Section>
  );
}

function Column({ lane }: { lane: CommitteeLane }) {
  const spoken = lane.voices.filter(({ texts }) => texts.length > 0);
  if (spoken.length === 0) return <p className="dashed">{whySilent(lane)}</p>;
  const folded = spoken.slice(OPEN_VOICES);
  return (
    <>
      {spoken.slice(0, OPEN_VOICES).map((voice) => (
        <Voice key={voice.responseId} voice={voice} />
      ))}
      {folded.length > 0 && (
        <details>
          <summary>{folded.length === 1 ? '1 more' : `${folded.length} more`}</summary>
          {folded.map((voice) => (
            <Voice key={voice.responseId} voice={voice} />
          ))}
        </details>
      )}
    </>
  );
}

function Voice({ voice: { personName, score, texts } }: { voice: LaneVoice }) {
  const who = personName ?? 'No name given';
  const by = (
    <>
      <bdi>{who}</bdi>
      {score !== null && `, answered ${score}`}
    </>
  );
  return texts.map(({ words, about }) => (
    <Quote
      key={`${about}${words}`}
      by={
        about ? (
          <>
            {by}. {about}
          </>
        ) : (
          by
        )
      }
    >
      {words}
    </Quote>
  ));
}

/** "Heard, and wrote nothing" is not "not heard", and neither is an empty seat. */
function whySilent({ heard, sitting, emptySince }: CommitteeLane): string {
  if (heard) return heard === 1 ? 'Heard. They wrote nothing.' : `${heard} heard. They wrote nothing.`;
  if (sitting.length === 0)
    return emptySince === null
      ? 'Empty seat. Nobody could be asked.'
      : `Empty seat since ${dayWords(emptySince)}. Nobody could be asked.`;
  const asked = sitting.filter(({ state }) => state === 'not_heard');
  const [first] = asked;
  if (!first && sitting.some(({ state }) => state === 'declined')) return 'Asked, and wanted no more mail.';
  if (!first) return 'Not asked in this wave.';
  const who = first.personName ?? 'Whoever sits here';
  return asked.length === 1
    ? `Not heard. ${who} was asked in ${vainWords(first.marks)}.`
    : `Not heard. ${who} and ${asked.length - 1} more were asked.`;
}

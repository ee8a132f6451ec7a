import { laneIdentity } from '#app/persona/lane-identity.ts';
import { formatDistance } from '#app/results/display.ts';
import { type ApartEnd, ApartLine } from '#app/ui/apart-line.tsx';
import { AskedDifferently } from '#app/ui/asked-differently.tsx';
import { DataTable, ShowAsTable } from '#app/ui/data-table.tsx';
import { Section } from '#app/ui/section.tsx';
import type { AccountGap } from './committee.ts';
import { gapWords } from './pattern-words.ts';

const HEAD = [
  { label: 'Between' },
  { label: 'Higher' },
  { label: 'Lower' },
  { label: 'Apart, of 10', numeric: true },
];

/** The widest gap drawn, every gap in the table. Each names both its ends and how many were heard there. */
export function ApartSection({ gaps }: { gaps: readonly AccountGap[] }) {
  const [widest] = gaps;
  if (!widest) return null;
  const apart =
    widest.points === 0 ? 'no distance between them' : `${formatDistance(widest.points, 1)} apart`;
  return (
    <Section title={widest.points === 0 ? 'Where they stand' : 'Where they pull apart'}>
      <div className="apart">
        <ApartLine
          low={toEnd(widest.lower, widest.lowerAnswers)}
          high={toEnd(widest.higher, widest.higherAnswers)}
          apart={apart}
        />
        <div className="small stack">
          <p>{gapWords(widest)} Where several of a persona were heard, it is the middle one.</p>
          {widest.scores && <p className="quiet">{widest.scores}</p>}
          {widest.wordedDifferently && (
            <AskedDifferently
              words="In which words each was asked"
              ends={[widest.higher, widest.lower].map(({ persona, wording }) => ({
                name: persona.plural,
                wording,
              }))}
            />
          )}
        </div>
      </div>
      <ShowAsTable>
        <DataTable caption="Every two personas that were heard" head={HEAD} rows={gaps.map(toRow)} />
      </ShowAsTable>
    </Section>
  );
}

function toEnd({ persona, n, middle }: AccountGap['higher'], answers: readonly number[]): ApartEnd {
  return { ...laneIdentity(persona), name: n === 1 ? persona.name : persona.plural, at: middle, answers };
}

function toRow({ higher, lower, points, wordedDifferently }: AccountGap) {
  const end = ({ persona, n, middle }: AccountGap['higher']) => `${persona.plural} ${middle}, ${n} heard`;
  return {
    key: `${higher.persona.id}-${lower.persona.id}`,
    cells: [
      `${higher.persona.plural} and ${lower.persona.plural}${wordedDifferently ? ', asked in different words' : ''}`,
      end(higher),
      end(lower),
      points,
    ],
  };
}

/** What a wave must tell for another one to be set beside it. */
export interface Comparable {
  id: string;
  name: string;
  programmeId: string;
  programmeName: string;
  kind: 'asked' | 'link';
  sentAt: number | null;
}

export type Pair<W extends Comparable> =
  /** `later` is the wave that is read, `earlier` the one that it is compared with. */
  | { kind: 'pair'; later: W; earlier: W }
  | { kind: 'unknown' }
  /** Two that nothing can be said of; `message` says why. */
  | { kind: 'apart'; message: string };

/** Two waves to compare, in the order in which they were sent, whichever was named first. */
export function pairOf<W extends Comparable>(
  waves: readonly W[],
  { waveId, withId }: { waveId: string; withId: string },
): Pair<W> {
  const one = waves.find(({ id }) => id === waveId);
  const other = waves.find(({ id }) => id === withId);
  if (!one || !other) return { kind: 'unknown' };
  if (one.id === other.id)
    return {
      kind: 'apart',
      message: 'A wave has nothing to tell about itself. Choose another one to compare it with.',
    };
  if (one.programmeId !== other.programmeId)
    return {
      kind: 'apart',
      message: `“${one.name}” is of the programme “${one.programmeName}” and “${other.name}” of “${other.programmeName}”: they were asked for different reasons, so no change leads from one to the other.`,
    };
  if (one.kind !== other.kind)
    return {
      kind: 'apart',
      message:
        'Whoever came through a link is another population than people who were asked by name, so nothing changed from one to the other.',
    };
  const [earlier, later] = (one.sentAt ?? 0) <= (other.sentAt ?? 0) ? [one, other] : [other, one];
  return { kind: 'pair', later, earlier };
}

/** The waves that one can be compared with: earlier ones of its programme in which people were asked by name. */
export function comparableWith<W extends Comparable>(waves: readonly W[], wave: W): W[] {
  return waves.filter(
    (one) =>
      one.id !== wave.id &&
      one.programmeId === wave.programmeId &&
      one.kind === 'asked' &&
      wave.kind === 'asked' &&
      (one.sentAt ?? 0) < (wave.sentAt ?? 0),
  );
}

import type { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import type { Raised } from '../raised.ts';
import { orderedFor, type ThemeTable } from '../read-theme-table.server.ts';
import type { RaisedOut, ThemeSplitOut, WaveThemesOut } from './raised-wire.ts';

export function toWaveThemesOut({ lanes, rows }: ThemeTable): z.infer<typeof WaveThemesOut> {
  const columns = lanes.map(({ persona: { id }, heard, heardTo, known }) => {
    const themes = orderedFor(rows, id).map(({ theme, raised }) => ({
      ...{ theme: toSlug('theme', theme.id), name: theme.name },
      ...toRaisedOut(raised.get(id) ?? { kind: 'not_heard' }),
    }));
    return [id, { heard, heard_to: heardTo, known, themes }] as const;
  });
  return { by_persona: Object.fromEntries(columns) };
}

function toRaisedOut(raised: Raised): Pick<z.infer<typeof RaisedOut>, 'raised' | 'speakers' | 'speakers_to'> {
  switch (raised.kind) {
    case 'raised':
      return {
        ...{ raised: 'raised', speakers: raised.speakers },
        speakers_to: raised.told?.speakers.to ?? raised.speakers,
      };
    case 'not_raised':
      return { raised: 'not_raised', speakers: 0, speakers_to: 0 };
    case 'not_heard':
      return { raised: 'not_heard', speakers: null, speakers_to: null };
    case 'withheld':
    case 'not_yet':
      return { raised: 'withheld', speakers: null, speakers_to: null };
    default:
      return raised satisfies never;
  }
}

export function toThemeSplitOut(table: ThemeTable): z.infer<typeof ThemeSplitOut> {
  return {
    error: {
      code: 'PERSONA_REQUIRED',
      message:
        'There are no top themes overall: many of one persona would drown the few of another. Here is the list of each.',
      instead: toWaveThemesOut(table),
      why: '/docs/orples',
    },
  };
}

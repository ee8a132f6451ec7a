import { WaveThemesQuery } from '#app/results/theme/wire/raised-wire.ts';
import { TagListQuery } from '#app/results/theme/wire/tag-wire.ts';
import type { Operation } from './operations.ts';

/** What people talk about. */
export const THEMES: readonly Operation[] = [
  {
    method: 'get',
    path: '/themes',
    id: 'listThemes',
    summary: 'Every theme by name, closed ones too. It belongs to no persona.',
    scope: 'responses:read',
    answers: { 200: 'ThemeList' },
  },
  {
    method: 'post',
    path: '/themes',
    id: 'createTheme',
    summary: 'Names a new theme.',
    scope: 'responses:write',
    body: 'NewTheme',
    answers: { 201: 'Theme' },
    problems: ['THEME_NAMED'],
  },
  {
    method: 'get',
    path: '/themes/{theme}',
    id: 'readTheme',
    summary: 'One theme.',
    scope: 'responses:read',
    answers: { 200: 'Theme' },
  },
  {
    method: 'post',
    path: '/themes/{theme}',
    id: 'changeTheme',
    summary: 'Words a theme anew, closes it or opens it again, or merges it into another one.',
    scope: 'responses:write',
    body: 'ThemeChange',
    answers: { 200: 'Theme' },
    problems: ['THEME_NAMED', 'THEME_CLOSED'],
  },
  {
    method: 'get',
    path: '/theme-tags',
    id: 'listThemeTags',
    summary:
      'Which answers of one persona in a wave raise which themes. Never where confidence was promised.',
    scope: 'responses:read',
    query: TagListQuery,
    answers: { 200: 'TagPage' },
    problems: ['THEMES_IN_CONFIDENCE'],
  },
  {
    method: 'post',
    path: '/theme-tags',
    id: 'tagAnswers',
    summary: 'Tags answers of one persona in a wave with a theme: all of them, or none.',
    scope: 'responses:write',
    body: 'NewTags',
    answers: { 201: 'TagsChanged' },
    problems: ['THEME_CLOSED', 'THEMES_IN_CONFIDENCE'],
  },
  {
    method: 'post',
    path: '/theme-tags/settle',
    id: 'settleThemeTags',
    summary: 'Confirms what a machine suggested, or takes tags away.',
    scope: 'responses:write',
    body: 'TagsSettling',
    answers: { 200: 'TagsChanged' },
    problems: ['THEMES_IN_CONFIDENCE'],
  },
  {
    method: 'get',
    path: '/results/waves/{wave}/themes',
    id: 'readWaveThemes',
    summary:
      'How many of each persona raised which theme, keyed by persona. An order over all of them is answered by the same lists, as 422.',
    scope: 'results:read',
    query: WaveThemesQuery,
    answers: { 200: 'WaveThemes', 422: 'ThemeSplit' },
  },
];

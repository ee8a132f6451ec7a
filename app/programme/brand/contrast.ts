/** What a mail stands on: the paper of the light and of the dark scheme. */
export const PAPERS = { light: '#ffffff', dark: '#121417' } as const;

/** WCAG 2.2, 1.4.3: what text needs against its ground. */
export const LEGIBLE = 4.5;

/** WCAG 2.2: from 1 (the same) to 21 (black on white). Colours are `#rrggbb`. */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter! + 0.05) / (darker! + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

const STEPS = 64;

/** The colour itself where it can be read on this ground, else the nearest to it on its way to black or white. */
export function legibleOn(colour: string, ground: string): string {
  const goal = contrast('#000000', ground) > contrast('#ffffff', ground) ? '#000000' : '#ffffff';
  for (let step = 0; step <= STEPS; step += 1) {
    const mixed = mix(colour, goal, step / STEPS);
    if (contrast(mixed, ground) >= LEGIBLE) return mixed;
  }
  return goal;
}

function mix(from: string, to: string, share: number): string {
  const goal = channels(to);
  const mixed = channels(from).map((channel, at) => Math.round(channel + (goal[at]! - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** A brand's colour as it may be used: for words and lines on either paper, and under words of its own. */
export interface BrandInks {
  light: string;
  dark: string;
  fill: string;
  /** Black or white, whichever is read better on the fill; one of the two always can be. */
  onFill: string;
}

export function brandInks(colour: string): BrandInks {
  return {
    light: legibleOn(colour, PAPERS.light),
    dark: legibleOn(colour, PAPERS.dark),
    fill: colour,
    onFill: contrast('#000000', colour) >= contrast('#ffffff', colour) ? '#000000' : '#ffffff',
  };
}

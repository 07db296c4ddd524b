import { contrast, fromOklch, type Oklch, toOklch } from './colour';

/** What follows the company's colour, by the names of the tokens in `shared/theme/styles.css`. */
export interface AccentTokens {
  accent: string;
  'accent-hover': string;
  'accent-ink': string;
  'accent-soft': string;
  'on-accent': string;
  'on-accent-soft': string;
}

export type ThemeName = 'light' | 'dark';

/** WCAG 2.2 AA for text. Buttons, links and marks of the accent all carry or are text somewhere. */
const readable = 4.5;
const step = 0.01;

/** The grounds that the accent stands on as text, the hardest of them included (`shared/theme/styles.css`). */
export const grounds: Record<ThemeName, readonly string[]> = {
  light: ['#ffffff', '#f7f7f5', '#f1f0ed'],
  dark: ['#131312', '#1b1b1a', '#222221', '#262624'],
};

const reads = (colour: string, on: readonly string[]) =>
  on.every((ground) => contrast(colour, ground) >= readable);

/** The same hue, as much darker or lighter as it takes to be read on all grounds. */
function until(colour: Oklch, direction: 1 | -1, on: readonly string[]): Oklch {
  let { lightness } = colour;
  while (lightness > 0 && lightness < 1 && !reads(fromOklch({ ...colour, lightness }), on))
    lightness += direction * step;
  return { ...colour, lightness };
}

function light(colour: Oklch): AccentTokens {
  const accent = until(colour, -1, grounds.light);
  const soft = fromOklch({ ...colour, lightness: 0.965, chroma: Math.min(colour.chroma, 0.022) });
  return {
    accent: fromOklch(accent),
    'accent-hover': fromOklch({ ...accent, lightness: Math.max(0, accent.lightness - 0.05) }),
    'accent-ink': fromOklch(until(accent, -1, [...grounds.light, soft])),
    'accent-soft': soft,
    // What is dark enough to be read on white carries white.
    'on-accent': '#ffffff',
    'on-accent-soft': fromOklch(until({ ...accent, lightness: accent.lightness - 0.06 }, -1, [soft])),
  };
}

function dark(colour: Oklch): AccentTokens {
  // A vivid colour glares on a dark ground: the palette of the product keeps to this much.
  const calm = {
    ...colour,
    chroma: Math.min(colour.chroma, 0.17),
    lightness: Math.max(colour.lightness, 0.7),
  };
  const accent = until(calm, 1, grounds.dark);
  const soft = fromOklch({ ...colour, lightness: 0.29, chroma: Math.min(colour.chroma, 0.055) });
  return {
    accent: fromOklch(accent),
    'accent-hover': fromOklch({ ...accent, lightness: Math.min(1, accent.lightness + 0.05) }),
    'accent-ink': fromOklch(
      until({ ...accent, lightness: accent.lightness + 0.05 }, 1, [...grounds.dark, soft]),
    ),
    'accent-soft': soft,
    'on-accent': fromOklch(
      until({ ...colour, lightness: 0.21, chroma: Math.min(colour.chroma, 0.04) }, -1, [fromOklch(accent)]),
    ),
    'on-accent-soft': fromOklch(until({ ...accent, lightness: 0.82 }, 1, [soft])),
  };
}

/** The company's colour as the screens can use it: whatever was chosen, what is written with or on it can be read. */
export function accentTokens(hex: string): Record<ThemeName, AccentTokens> {
  const colour = toOklch(hex);
  return { light: light(colour), dark: dark(colour) };
}

let applied: string | null = null;

/**
 * Gives the app the company's colour, or its own again. Through the object model, which the content security policy
 * allows; a style element or attribute it would not.
 */
export function applyAccent(hex: string | null | undefined): void {
  const chosen = hex ?? null;
  if (chosen === applied) return;
  applied = chosen;
  const { style } = document.documentElement;
  const tokens = accentTokens(chosen ?? '#000000');
  for (const name of Object.keys(tokens.light) as (keyof AccentTokens)[]) {
    if (chosen) style.setProperty(`--${name}`, `light-dark(${tokens.light[name]}, ${tokens.dark[name]})`);
    else style.removeProperty(`--${name}`);
  }
}

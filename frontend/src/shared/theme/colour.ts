/** Colours as people see them: OKLCH (Björn Ottosson, 2020), in which lightness changes without the hue turning. */
export interface Oklch {
  /** 0 is black, 1 is white. */
  lightness: number;
  /** 0 is grey. */
  chroma: number;
  /** Radians. */
  hue: number;
}

type Rgb = readonly [number, number, number];

/** `#0F766E` and `0f766e` as `#0f766e`; null for anything else. */
export function readColour(typed: string): string | null {
  const match = /^#?([0-9a-f]{6})$/i.exec(typed.trim());
  return match ? `#${match[1]?.toLowerCase()}` : null;
}

/** Contrast of two colours after WCAG 2.2: from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

export function toOklch(hex: string): Oklch {
  const [r, g, b] = linear(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const yellow = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, yellow),
    hue: Math.atan2(yellow, a),
  };
}

/** The nearest colour a screen can show: what is too vivid at this lightness becomes paler, never another hue. */
export function fromOklch({ lightness, chroma, hue }: Oklch): string {
  for (let vivid = chroma; ; vivid -= 0.004) {
    const rgb = toLinear(lightness, Math.max(vivid, 0), hue);
    if (vivid <= 0 || rgb.every((part) => part >= -0.0005 && part <= 1.0005)) return hexOf(rgb);
  }
}

function toLinear(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function hexOf(rgb: Rgb): string {
  const parts = rgb.map((part) => {
    const clear = Math.min(1, Math.max(0, part));
    const encoded = clear <= 0.0031308 ? 12.92 * clear : 1.055 * clear ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

function linear(hex: string): Rgb {
  return [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
}

function luminance(hex: string): number {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

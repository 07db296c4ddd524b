import { afterEach, describe, expect, it } from 'vitest';
import { accentTokens, applyAccent, grounds } from './accent';
import { contrast, fromOklch, readColour, toOklch } from './colour';

const bad = {
  'pale yellow': '#fff9c4',
  'signal yellow': '#ffff00',
  lime: '#00ff00',
  cyan: '#00ffff',
  white: '#ffffff',
  black: '#000000',
  'middle grey': '#808080',
  'deep blue': '#00008b',
  red: '#ff0000',
  'pale pink': '#ffe4ec',
};

describe('the accent of a company', () => {
  for (const [name, colour] of Object.entries(bad)) {
    for (const theme of ['light', 'dark'] as const) {
      it(`can be read when it is ${name}, in the ${theme} theme`, () => {
        const tokens = accentTokens(colour)[theme];
        for (const ground of grounds[theme]) {
          expect(contrast(tokens.accent, ground), `accent on ${ground}`).toBeGreaterThanOrEqual(4.5);
          expect(contrast(tokens['accent-ink'], ground), `ink on ${ground}`).toBeGreaterThanOrEqual(4.5);
        }
        expect(contrast(tokens['on-accent'], tokens.accent)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(tokens['on-accent'], tokens['accent-hover'])).toBeGreaterThanOrEqual(4.5);
        expect(contrast(tokens['accent-ink'], tokens['accent-soft'])).toBeGreaterThanOrEqual(4.5);
        expect(contrast(tokens['on-accent-soft'], tokens['accent-soft'])).toBeGreaterThanOrEqual(4.5);
      });
    }
  }

  it('stays as it is where it can be read already', () => {
    expect(accentTokens('#2f4bdb').light.accent).toBe('#2f4bdb');
    expect(accentTokens('#0f766e').light.accent).toBe('#0f766e');
  });

  it('keeps its hue when it is made darker or lighter', () => {
    const hue = toOklch('#fff176').hue;
    const { light, dark } = accentTokens('#fff176');
    expect(toOklch(light.accent).hue).toBeCloseTo(hue, 1);
    expect(toOklch(dark.accent).hue).toBeCloseTo(hue, 1);
  });
});

describe('applying it', () => {
  afterEach(() => applyAccent(null));

  it('sets the tokens of both themes and takes them away again', () => {
    applyAccent('#0f766e');
    expect(document.documentElement.style.getPropertyValue('--accent')).toContain('light-dark(#0f766e');
    applyAccent(null);
    expect(document.documentElement.style.getPropertyValue('--accent')).toBe('');
  });
});

it('reads colours as people type them', () => {
  expect(readColour(' 0F766E ')).toBe('#0f766e');
  expect(readColour('#0f766e')).toBe('#0f766e');
  for (const wrong of ['', '#0f7', 'teal', '#0f766', '#gggggg', 'rgb(0,0,0)'])
    expect(readColour(wrong)).toBeNull();
});

it('knows a colour again after the way through OKLCH', () => {
  for (const colour of Object.values(bad)) expect(fromOklch(toOklch(colour))).toBe(colour);
});

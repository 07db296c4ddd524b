import { render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Figure, fitting } from './Figure';

const forms = ['R$ 119.432,00', 'R$ 119.432', 'R$ 119,4 mil'];

afterEach(() => vi.restoreAllMocks());

/** A screen on which a letter is ten pixels wide, and every place `room`. */
function letters(room: number) {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const width = this.classList.contains('invisible') ? (this.textContent ?? '').length * 10 : room;
    return { width } as DOMRect;
  });
}

it('stands in the longest form that has room', () => {
  const wide = (form: string) => form.length * 10;
  expect(fitting(forms, 200, wide)).toBe(0);
  expect(fitting(forms, 129, wide)).toBe(1);
  expect(fitting(['R$ 1.432.000,00', 'R$ 1,4 mi'], 120, wide)).toBe(1);
  expect(fitting(forms, 10, wide)).toBe(2);
});

it('is whole where there is room', () => {
  letters(200);
  render(<Figure forms={forms} />);
  expect(screen.getByText('R$ 119.432,00')).not.toHaveAttribute('title');
});

it('is short where there is none, and tells the whole to who points or listens', () => {
  letters(105);
  const { container } = render(<Figure forms={forms} />);
  expect(container.firstChild).toHaveAttribute('title', 'R$ 119.432,00');
  expect(screen.getByText('R$ 119.432')).toHaveAttribute('aria-hidden');
  expect(screen.getByText('R$ 119.432,00')).toHaveClass('sr-only');
});

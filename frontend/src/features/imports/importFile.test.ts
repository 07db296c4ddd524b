import { expect, it } from 'vitest';
import { fileProblem, mostBytes, nameOf } from './importFile';

const file = (name: string, size = 10) => ({ name, size, type: '' });

it('refuses at once what cannot be a CSV, and leaves the rest to the server', () => {
  expect(fileProblem(file('deals.csv'))).toBeNull();
  expect(fileProblem(file('deals.txt'))).toBeNull();
  expect(fileProblem(file('deals'))).toBeNull();
  expect(fileProblem(file('deals.xlsx'))).toBe('notCsv');
  expect(fileProblem(file('deals.csv', mostBytes + 1))).toBe('tooLarge');
});

it('names a board after its file', () => {
  expect(nameOf('maventech_sales_pipeline.csv')).toBe('Maventech sales pipeline');
});

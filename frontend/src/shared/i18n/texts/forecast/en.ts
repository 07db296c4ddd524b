import type { Same } from '../../messages';
import type ptBR from './pt-BR';

const en: Same<typeof ptBR> = {
  title: 'Forecast',
  before: 'Three months earlier',
  after: 'Three months later',
  won: 'Won',
  committed: 'Committed',
  weighted: 'Weighted',
  best_case: 'Best case',
  open: 'Open',
  goal: 'Goal',
  late_one: '({{count}} late)',
  late_other: '({{count}} late)',
  unscheduled_one: '{{count}} open deal without a closing day, {{amount}}, is in no month.',
  unscheduled_other: '{{count}} open deals without a closing day, {{amount}}, are in no month.',
  other_one: '{{count}} deal in another currency, {{amount}}, is in no sum.',
  other_other: '{{count}} deals in another currency, {{amount}}, are in no sum.',
  reached: '{{percent}} of the goal',
  setGoal: 'Set',
  goalOf: 'Goal of {{name}}',
  goalHint: 'Amounts of the deals won in the month.',
  goalSaved: 'Goal saved',
};
export default en;

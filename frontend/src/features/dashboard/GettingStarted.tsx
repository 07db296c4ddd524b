import { Link } from '@tanstack/react-router';
import {
  ChevronRight,
  FileInput,
  FileSignature,
  type LucideIcon,
  SquareKanban,
  UserPlus,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/shared/session/useSession';
import { Card } from '@/shared/ui/Card';

const steps = [
  { key: 'lead', icon: UserPlus, to: '/leads', search: { new: true }, permission: 'crm.leads:write' },
  { key: 'deal', icon: SquareKanban, to: '/pipeline', search: { new: true }, permission: 'crm.deals:write' },
  {
    key: 'contract',
    icon: FileSignature,
    to: '/contracts',
    search: { new: true },
    permission: 'portfolio.contracts:write',
  },
  { key: 'import', icon: FileInput, to: '/imports', search: {}, permission: 'imports.imports:write' },
] as const satisfies readonly {
  key: string;
  icon: LucideIcon;
  to: string;
  search: object;
  permission: string;
}[];

/** A company without anything to count: what to do next, for those who may. */
export function GettingStarted() {
  const { t } = useTranslation();
  const can = useCan();
  const mine = steps.filter((step) => can(step.permission));
  return (
    <Card className="mx-auto mt-6 w-full max-w-xl" flush>
      <div className="px-5 pt-5 pb-3">
        <h2 className="text-lg font-semibold">{t('dashboard.start.title')}</h2>
        <p className="mt-0.5 text-ink-2">
          {mine.length ? t('dashboard.start.text') : t('dashboard.start.nothingToDo')}
        </p>
      </div>
      <ul className="divide-y divide-line-soft border-t border-line-soft empty:hidden">
        {mine.map((step) => (
          <li key={step.key}>
            <Link
              to={step.to}
              search={step.search}
              className="flex items-center gap-3.5 px-5 py-3 hover:bg-hover/60 focus-visible:-outline-offset-2"
            >
              <span className="flex size-8 shrink-0 items-center justify-center rounded-md bg-accent-soft text-accent-ink">
                <step.icon aria-hidden className="size-4" strokeWidth={1.75} />
              </span>
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{t(`dashboard.start.${step.key}`)}</span>
                <span className="block text-sm text-ink-2">{t(`dashboard.start.${step.key}Text`)}</span>
              </span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-3" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

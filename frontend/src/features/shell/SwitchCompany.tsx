import { useQuery } from '@tanstack/react-query';
import { Building2, Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Membership } from '@/shared/api/gen';
import { switchTenant } from '@/shared/api/gen/memberships';
import { listMyTenantsOptions } from '@/shared/api/gen/memberships/query';
import { toProblem } from '@/shared/api/problem';
import { failureDetail, problemText } from '@/shared/api/problemText';
import { mayLose } from '@/shared/lib/unsaved';
import { MenuItem, MenuSeparator } from '@/shared/ui/Menu';
import { toast } from '@/shared/ui/toast';
import { arrive, browser } from './arrive';

/** The person's other companies, for those who have some. `onCode` when the one chosen asks for a second factor. */
export function SwitchCompanyItems({ onCode }: { onCode: (mfaToken: string) => void }) {
  const { t } = useTranslation();
  const { data } = useQuery({ ...listMyTenantsOptions(), staleTime: 60_000 });
  const go = async ({ id }: Membership) => {
    if (!(await mayLose({ tab: true }))) return;
    try {
      await arrive(
        (await switchTenant({ body: { tenant_id: id }, headers: browser, throwOnError: true })).data,
      );
    } catch (error) {
      const problem = toProblem(error);
      if (problem.mfaToken) {
        onCode(problem.mfaToken);
        return;
      }
      const text = problemText(problem, t);
      toast.failed(text.title, failureDetail(toProblem(error), t));
    }
  };
  if (!data || data.data.length < 2) return null;
  return (
    <>
      <MenuSeparator />
      {data.data.map((company) => (
        <MenuItem
          key={company.id}
          icon={company.current ? Check : Building2}
          disabled={company.current}
          onSelect={() => void go(company)}
        >
          {company.current ? company.name : t('shell.goToCompany', { company: company.name })}
        </MenuItem>
      ))}
    </>
  );
}

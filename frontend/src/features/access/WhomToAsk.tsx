import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listUsersOptions } from '@/shared/api/gen/users/query';
import { useFormat } from '@/shared/format/useFormat';
import { useCan } from '@/shared/session/useSession';

/** More would be a list, not an advice. */
const named = 3;

/** Who can give a right that one lacks, by name where one may know. */
export default function WhomToAsk() {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const can = useCan();
  const administrators = useQuery({
    ...listUsersOptions({ query: { role: 'admin', status: ['active'], sort: 'name', limit: named } }),
    enabled: can('people.users:read'),
  });
  const names = administrators.data?.data.map(({ name }) => name) ?? [];
  if (names.length === 0) return t('problem.forbiddenDetail');
  return t('problem.forbiddenAsk', {
    names: new Intl.ListFormat(locale, { type: 'disjunction' }).format(names),
  });
}

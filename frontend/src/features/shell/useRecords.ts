import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { searchOptions } from '@/shared/api/gen/search/query';
import { useFormat } from '@/shared/format/useFormat';
import { useDebounced } from '@/shared/lib/useDebounced';
import { detailOf, hitKind, titleOf } from '@/shared/search/hits';
import type { Command, CommandGroup } from '@/shared/ui/CommandPalette';

/** Records of all kinds that the words find, and the way to all of them. */
export function useRecords(typed: string): { groups: CommandGroup[]; searching: boolean } {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const words = useDebounced(typed.trim(), 150);
  const asked = words.length >= 2;
  const found = useQuery({
    ...searchOptions({ query: { q: words, limit: 4 } }),
    enabled: asked,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });

  const groups = (asked ? (found.data?.data ?? []) : []).flatMap((group): CommandGroup[] => {
    const kind = hitKind(group.kind);
    if (!kind) return [];
    return [
      {
        value: t(`shell.nav.${kind.text}`),
        items: group.data.map((hit): Command => {
          const detail = detailOf(hit, format);
          return {
            id: hit.id,
            label: titleOf(hit, t('states.invoice.draft')),
            detail,
            // The server has matched more than is shown: a tax id, a phone.
            keywords: found.isPlaceholderData ? detail : `${detail} ${words}`,
            icon: kind.icon,
            run: () => void navigate(kind.at(hit) as never),
          };
        }),
      },
    ];
  });
  if (groups.length > 0) {
    groups.push({
      value: t('shell.searchPage'),
      items: [
        {
          id: 'search',
          label: t('shell.searchAll', { words }),
          keywords: typed,
          icon: Search,
          run: () => void navigate({ to: '/search', search: { q: words } }),
        },
      ],
    });
  }
  return { groups, searching: typed.trim().length >= 2 && (found.isFetching || words !== typed.trim()) };
}

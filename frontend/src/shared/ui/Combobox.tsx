import { Combobox as Base } from '@base-ui/react/combobox';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { Check, ChevronDown, LoaderCircle, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/shared/api/problem';
import { problemText, violationText } from '@/shared/api/problemText';
import { cx } from '@/shared/lib/cx';
import { useDebounced } from '@/shared/lib/useDebounced';
import { useFieldControl } from './Field';
import { controlClass } from './Input';
import { optionClass, popupClass } from './popup';

export interface ComboboxItem {
  id: string;
  label: string;
  /** Second line that tells two of the same name apart. */
  detail?: string;
}

export interface ComboboxProps {
  value: ComboboxItem | null;
  onChange: (item: ComboboxItem | null) => void;
  /** Cache key of the search: the same key shares its answers. */
  searchKey: string;
  search: (words: string, signal: AbortSignal) => Promise<ComboboxItem[]>;
  placeholder?: string;
  disabled?: boolean;
  label?: string;
  className?: string;
  /** Ready to be typed into as soon as it is there, with its list open: for a popover that holds nothing else. */
  autoOpen?: boolean;
  /** Offers to create what was typed when nothing fits. */
  onCreate?: (words: string) => Promise<ComboboxItem>;
}

const createId = 'create:';

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

function fits(item: ComboboxItem, words: string): boolean {
  const text = plain(`${item.label} ${item.detail ?? ''}`);
  return plain(words)
    .trim()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Why the record was not made, in the words of the screen. */
function refusal(error: unknown, t: TFunction): string {
  const problem = toProblem(error);
  const [violation] = problem.violations;
  if (violation) return violationText(violation, t);
  const { title, detail } = problemText(problem, t);
  return `${title}. ${detail}`;
}

/** Chooses one record by typing; the server searches. */
export function Combobox({
  value,
  onChange,
  searchKey,
  search,
  placeholder,
  disabled,
  label,
  className,
  autoOpen = false,
  onCreate,
}: ComboboxProps) {
  const { t } = useTranslation();
  const control = useFieldControl();
  const [open, setOpen] = useState(autoOpen);
  const [typed, setTyped] = useState('');
  const words = useDebounced(typed.trim(), 200);
  const found = useQuery({
    queryKey: ['combobox', searchKey, words],
    queryFn: ({ signal }) => search(words, signal),
    enabled: open,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });
  const creating = useMutation({
    mutationFn: async (name: string) => onCreate?.(name) ?? null,
    onSuccess: (item) => item && onChange(item),
  });
  const refused = creating.error ? refusal(creating.error, t) : undefined;
  // Until the server has answered to what is typed now, only those of its earlier answers that fit are offered: Enter
  // must never choose somebody that the words do not name.
  const settled = words === typed.trim() && !found.isPlaceholderData;
  const results = (found.data ?? []).filter((item) => settled || fits(item, typed));
  const items =
    value && !typed && !results.some((item) => item.id === value.id) ? [value, ...results] : results;
  const exact = items.some((item) => item.label.toLowerCase() === words.toLowerCase());
  const offered: ComboboxItem[] =
    onCreate && words && settled && !exact && !found.isFetching
      ? [...items, { id: createId, label: t('kit.createNamed', { name: words }) }]
      : items;

  return (
    <Base.Root
      items={offered}
      // Enter takes the first that fits what is typed, as the eye does.
      autoHighlight
      filter={null}
      value={value}
      onValueChange={(item) => {
        setTyped('');
        if (item?.id !== createId) {
          creating.reset();
          onChange(item);
        } else if (!creating.isPending) creating.mutate(words);
      }}
      onInputValueChange={(next, details) => setTyped(details.reason === 'input-change' ? next : '')}
      open={open}
      onOpenChange={setOpen}
      itemToStringLabel={(item) => item.label}
      isItemEqualToValue={(item, selected) => item.id === selected.id}
      disabled={disabled || creating.isPending}
    >
      <Base.InputGroup className={cx('relative', className)}>
        <Base.Input
          {...control}
          autoFocus={autoOpen}
          aria-label={label}
          aria-busy={creating.isPending || undefined}
          placeholder={creating.isPending ? t('kit.createNamed', { name: creating.variables }) : placeholder}
          className={cx(controlClass, 'h-8 truncate pr-12')}
        />
        <span className="absolute inset-y-0 right-1 flex items-center text-ink-3">
          <Base.Clear
            aria-label={t('kit.clear')}
            className="flex size-6 items-center justify-center hover:text-ink"
          >
            <X aria-hidden className="size-3.5" />
          </Base.Clear>
          {creating.isPending && <LoaderCircle aria-hidden className="size-3.5 animate-spin" />}
          <Base.Trigger
            aria-label={t('kit.showOptions')}
            className="flex size-6 items-center justify-center hover:text-ink"
          >
            <ChevronDown aria-hidden className="size-3.5" />
          </Base.Trigger>
        </span>
      </Base.InputGroup>
      {refused && (
        <p role="alert" className="mt-1 text-sm text-overdue-ink">
          {refused}
        </p>
      )}
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50 outline-none">
          <Base.Popup
            className={cx(popupClass, 'w-(--anchor-width)')}
            aria-busy={found.isFetching || undefined}
          >
            <Base.Status className="text-sm text-ink-3">
              {found.isError ? (
                <span className="block px-2 py-1.5 text-overdue-ink">{t('kit.searchFailed')}</span>
              ) : found.isPending || (!settled && offered.length === 0) ? (
                <span className="block px-2 py-1.5">{t('kit.searching')}</span>
              ) : offered.length === 0 ? (
                <span className="block px-2 py-1.5">{t('kit.nothingFound')}</span>
              ) : null}
            </Base.Status>
            <Base.List>
              {(item: ComboboxItem) => (
                <Base.Item key={item.id} value={item} className={cx(optionClass, 'justify-between')}>
                  <span className="flex min-w-0 flex-col">
                    <span className="flex items-center gap-1.5 truncate">
                      {item.id === createId && <Plus aria-hidden className="size-3.5 text-accent-ink" />}
                      {item.label}
                    </span>
                    {item.detail && <span className="truncate text-sm text-ink-3">{item.detail}</span>}
                  </span>
                  <Base.ItemIndicator className="text-accent-ink">
                    <Check aria-hidden className="size-3.5" />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

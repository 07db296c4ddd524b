import { useQuery } from '@tanstack/react-query';
import { CopyCheck } from 'lucide-react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { DuplicateKind, SimilarQuery, SimilarRecord } from '@/shared/api/gen';
import { findSimilar } from '@/shared/api/gen/duplicates';
import { useDebounced } from '@/shared/lib/useDebounced';
import { RecordLink } from '@/shared/records/RecordLink';
import { useReasons } from './useReasons';

const asked = ['name', 'email', 'phone', 'tax_id', 'website', 'domain', 'kind'] as const;

/** What a form says so far of the fields that two records are told to be one by. */
function questionOf(kind: DuplicateKind, typed: readonly unknown[], exceptId?: string): SimilarQuery | null {
  const said = Object.fromEntries(
    asked.map((name, at) => [name, typeof typed[at] === 'string' ? typed[at].trim() : '']),
  );
  const question: SimilarQuery = { kind, except_id: exceptId };
  if ((said.name ?? '').length > 2) question.name = said.name;
  if (/^\S+@\S+\.\S+$/.test(said.email ?? '')) question.email = said.email;
  if ((said.phone ?? '').length > 7) question.phone = said.phone;
  if ((said.tax_id ?? '').length > 10) question.tax_id = said.tax_id;
  const website = said.website || said.domain;
  if (website?.includes('.')) question.website = website;
  if (said.kind === 'company') question.of_company = true;
  return Object.keys(question).length > 2 + Number(question.of_company ?? 0) ? question : null;
}

/** Under a form: what may be there already, with the way to it. Saving is not kept from anybody. */
export function SimilarRecords({
  kind,
  form,
  exceptId,
}: {
  kind: DuplicateKind;
  // biome-ignore lint/suspicious/noExplicitAny: any form that has some of the fields
  form: UseFormReturn<any>;
  exceptId?: string;
}) {
  const { t } = useTranslation();
  const reasons = useReasons();
  const typed = useWatch({ control: form.control, name: asked as unknown as string[] });
  const question = useDebounced(JSON.stringify(questionOf(kind, typed, exceptId)), 400);
  const { data } = useQuery({
    queryKey: ['combobox', 'similar', question],
    queryFn: async ({ signal }) =>
      (await findSimilar({ body: JSON.parse(question) as SimilarQuery, signal, throwOnError: true })).data
        .data,
    enabled: question !== 'null',
    staleTime: 10_000,
  });
  if (question === 'null' || !data?.length) return null;
  return (
    <aside
      aria-label={t('kit.similar.title')}
      className="col-span-full rounded-md border border-attention/40 bg-attention-soft p-3"
    >
      <p className="flex items-center gap-2 font-medium">
        <CopyCheck aria-hidden className="size-4 shrink-0 text-attention-ink" strokeWidth={1.75} />
        {t(data.some(({ certain }) => certain) ? 'kit.similar.certain' : 'kit.similar.title')}
      </p>
      <ul className="mt-1.5 flex flex-col gap-1">
        {data.slice(0, 4).map((one: SimilarRecord) => (
          <li key={one.id} className="text-sm wrap-anywhere">
            <RecordLink kind={one.kind} id={one.id} accent>
              {one.name}
            </RecordLink>
            <span className="text-ink-2">
              {' '}
              · {t(`kit.similar.kinds.${one.kind}`)}
              {one.detail && ` · ${one.detail}`} · {reasons(one.reasons)}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-1.5 text-sm text-ink-2">{t('kit.similar.anyway')}</p>
    </aside>
  );
}

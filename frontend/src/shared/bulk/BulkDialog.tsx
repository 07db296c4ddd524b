import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkAction } from '@/shared/api/gen';
import { CustomChoice } from '@/shared/custom/CustomChoice';
import { useFormat } from '@/shared/format/useFormat';
import { useUserOptions } from '@/shared/pickers/options';
import { RecordPicker } from '@/shared/pickers/RecordPicker';
import type { ComboboxItem } from '@/shared/ui/Combobox';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { Select } from '@/shared/ui/Select';
import { TagsInput } from '@/shared/ui/TagsInput';
import { type BulkUse, isFinal } from './actions';

const nobody = '-';

/** Asks what an action needs, and says how many records it is about and whether it can be taken back. */
export default function BulkDialog({
  use,
  count,
  more,
  onRun,
  onClose,
}: {
  use: BulkUse;
  count: number;
  /** There are more than could be counted. */
  more: boolean;
  onRun: (action: BulkAction) => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const users = useUserOptions();
  const [text, setText] = useState('');
  const [tags, setTags] = useState<string[]>([]);
  const [custom, setCustom] = useState<Record<string, unknown>>({});
  const [company, setCompany] = useState<ComboboxItem | null>(null);
  const formatted = format.number(count);
  const value = {
    user: text === nobody ? null : text,
    choice: text === nobody ? null : text,
    text: text.trim() || null,
    tags,
    company: company?.id ?? null,
    custom: Object.keys(custom).length > 0 ? custom : null,
  };
  const given = use.as && value[use.as];
  const missing = use.as !== undefined && !use.empty && (Array.isArray(given) ? given.length === 0 : !given);
  const unchosen = (use.as === 'user' || use.as === 'choice') && text === '';
  const control = {
    user: (
      <Select
        value={text || null}
        onChange={setText}
        options={[{ value: nobody, label: t('bulk.nobody') }, ...users]}
      />
    ),
    choice: (
      <Select
        value={text || null}
        onChange={setText}
        options={[...(use.empty ? [{ value: nobody, label: t('kit.none') }] : []), ...(use.options ?? [])]}
      />
    ),
    text: <Input value={text} most={100} onChange={(event) => setText(event.target.value)} />,
    tags: <TagsInput value={tags} onChange={setTags} />,
    company: <RecordPicker kind="company" value={company} onChange={setCompany} />,
  };
  const { as } = use;
  return (
    <ConfirmDialog
      title={t(`bulk.actions.${use.type}`)}
      text={
        <>
          {more ? t('bulk.aboutMany', { formatted }) : t('bulk.about', { count, formatted })}{' '}
          {t(isFinal(use) ? 'bulk.final' : 'bulk.undoable')}
        </>
      }
      confirm={t(`bulk.actions.${use.type}`)}
      variant={isFinal(use) ? 'danger' : 'primary'}
      disabled={missing || unchosen}
      onConfirm={() =>
        onRun({ type: use.type, ...(use.param && given !== undefined && { [use.param]: given }) })
      }
      onClose={onClose}
    >
      {as === 'custom' && <CustomChoice kind={use.of ?? ''} value={custom} onChange={setCustom} />}
      {as && as !== 'custom' && (
        <Field label={t(`bulk.fields.${use.type as 'assign'}`)} required={!use.empty}>
          {control[as]}
        </Field>
      )}
    </ConfirmDialog>
  );
}

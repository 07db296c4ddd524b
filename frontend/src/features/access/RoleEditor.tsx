import { useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { changed } from '@/shared/api/changes';
import type { RecordScope, RecordScopes, Role } from '@/shared/api/gen';
import { createRole, updateRole } from '@/shared/api/gen/roles';
import { useWrite } from '@/shared/api/useWrite';
import { writeTo } from '@/shared/api/version';
import {
  type FieldKind,
  fieldsOf,
  requiredText,
  text,
  type ValuesOf,
  words,
} from '@/shared/forms/fieldKinds';
import { useForeignChanges } from '@/shared/forms/useForeignChanges';
import { useRecordForm } from '@/shared/forms/useRecordForm';
import { permissionTexts, recordsText } from '@/shared/lib/permissionText';
import { useUnsaved } from '@/shared/lib/unsaved';
import { staffSession } from '@/shared/session/session';
import { useCan, useProfile } from '@/shared/session/useSession';
import { PermissionMatrix } from '@/shared/settings/PermissionMatrix';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Field } from '@/shared/ui/Field';
import { FieldGrid, useSubmit } from '@/shared/ui/Form';
import { FormNews } from '@/shared/ui/FormNews';
import { Input } from '@/shared/ui/Input';
import { Select } from '@/shared/ui/Select';
import { toast } from '@/shared/ui/toast';
import { DeleteRoleDialog } from './DeleteRoleDialog';
import { isBuiltIn, ownedKinds, roleName } from './roles';

const scopes: readonly RecordScope[] = ['all', 'team', 'own'];

const reaches: FieldKind<RecordScopes, RecordScopes> = {
  empty: {},
  read: (raw) => raw,
  write: (value) => value,
  rule: () => z.record(z.string(), z.enum(['all', 'team', 'own'])),
};
const fields = {
  name: requiredText(80),
  description: text(300),
  // Somebody with none could log in and see nothing.
  permissions: {
    ...words,
    rule: (t: TFunction) => z.array(z.string()).min(1, t('access.roleNeedsOne')),
  },
  record_scopes: reaches,
};
const roleFields = fieldsOf<Role>()(fields);

export interface RoleEditorProps {
  /** Null for a new one. */
  role: Role | null;
  roles: readonly Role[];
  permissions: readonly string[];
  onOpen: (id: string | undefined) => void;
}

/** What a role allows; built-in ones are only looked at. */
export function RoleEditor({ role, roles, permissions, onOpen }: RoleEditorProps) {
  const { t } = useTranslation();
  const can = useCan();
  const mine = useProfile().permissions;
  const client = useQueryClient();
  const [deleting, setDeleting] = useState(false);
  const readOnly = !can('access.roles:write') || role?.built_in === true;
  const kinds = ownedKinds(roles);
  const form = useRecordForm(
    roleFields,
    role
      ? { ...roleFields.read(role), name: roleName(t, role.id, role.name) }
      : { record_scopes: Object.fromEntries(kinds.map((kind) => [kind, 'all' as RecordScope])) },
  );
  const changes = useChanges(role ?? undefined);
  const { errors, isSubmitting, isDirty } = form.formState;
  useUnsaved(isDirty && !isSubmitting);
  const values = useWatch({ control: form.control });
  const save = useWrite(
    async (values: ValuesOf<typeof fields>) =>
      role && changes.opened
        ? await updateRole({ ...writeTo(role, roleFields.patch(changes.opened, values)), throwOnError: true })
        : await createRole({ body: roleFields.write(values), throwOnError: true }),
    ['role'],
  );
  const begin = (now: Role) => {
    form.reset(roleFields.read(now));
    changes.take(now);
  };
  const { onSubmit, failure, setFailure } = useSubmit(form, async (values) => {
    const saved = (await save.mutateAsync(values)).data;
    toast.done(t('access.roleSaved'), { detail: saved.name });
    if (role) begin(saved);
    // It may have been one's own: what one may do is shown at once.
    void staffSession.readProfile();
    // A new one has its place in the list before it is opened there.
    if (!role) await changed(client, 'role');
    onOpen(saved.id);
  });
  return (
    <Card>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
        <FormNews
          failure={failure}
          changes={changes.list}
          onTake={() => {
            if (role) begin(role);
            setFailure(null);
          }}
        />
        {role?.built_in && (
          <p className="text-ink-2">
            {isBuiltIn(role.id) && t(`access.roleText.${role.id}`)} {t('access.builtInText')}
          </p>
        )}
        <FieldGrid>
          <Field label={t('access.roleNameLabel')} required error={errors.name?.message}>
            <Input {...form.register('name')} most={80} readOnly={readOnly} autoComplete="off" />
          </Field>
          <Field label={t('access.description')} error={errors.description?.message}>
            <Input {...form.register('description')} most={300} readOnly={readOnly} autoComplete="off" />
          </Field>
          {kinds.map((kind) => (
            <Field
              key={kind}
              label={t('access.scopeOf', { records: recordsText(kind) })}
              hint={t('access.scopeHint')}
            >
              <Select
                options={scopes.map((scope) => ({ value: scope, label: t(`permissions.scopes.${scope}`) }))}
                value={values.record_scopes?.[kind] ?? 'all'}
                onChange={(scope) => form.setValue(`record_scopes.${kind}`, scope, { shouldDirty: true })}
                disabled={readOnly}
              />
            </Field>
          ))}
        </FieldGrid>
        <PermissionMatrix
          all={permissions}
          value={values.permissions ?? []}
          onChange={(next) => {
            form.clearErrors('permissions');
            form.setValue('permissions', next, { shouldDirty: true });
          }}
          disabled={readOnly}
          mayGive={(permission) => mine.includes(permission)}
        />
        {errors.permissions && (
          <p role="alert" className="text-overdue-ink">
            {errors.permissions.message}
          </p>
        )}
        {!readOnly && (
          <div className="flex items-center justify-between gap-2">
            {role ? (
              <Button icon={Trash2} variant="danger" onClick={() => setDeleting(true)}>
                {t('access.deleteRole')}
              </Button>
            ) : (
              <Button onClick={() => onOpen(undefined)}>{t('kit.cancel')}</Button>
            )}
            <Button type="submit" variant="primary" busy={isSubmitting} disabled={!isDirty}>
              {t('kit.save')}
            </Button>
          </div>
        )}
      </form>
      {deleting && role && (
        <DeleteRoleDialog
          role={role}
          others={roles.filter((other) => other.id !== role.id)}
          onClose={() => setDeleting(false)}
          onDeleted={() => {
            void changed(client, 'role');
            onOpen(undefined);
          }}
        />
      )}
    </Card>
  );
}

/** What others have changed in the role since it was opened; of many permissions and reaches only those that differ. */
function useChanges(role: Role | undefined) {
  const { t } = useTranslation();
  const labels = {
    name: t('access.roleNameLabel'),
    description: t('access.description'),
    permissions: t('permissions.matrix'),
    record_scopes: t('access.scopesOf'),
  };
  return useForeignChanges(role, roleFields, {
    label: (field) => labels[field],
    value: (of, field, other) => {
      if (field === 'permissions')
        return permissionTexts(of.permissions.filter((each) => !other.permissions.includes(each))).join(
          ' · ',
        );
      if (field === 'record_scopes')
        return Object.entries(of.record_scopes)
          .filter(([kind, scope]) => other.record_scopes[kind] !== scope)
          .map(([kind, scope]) => `${recordsText(kind)}: ${t(`permissions.scopes.${scope}`)}`)
          .join(' · ');
      return of[field] ?? '';
    },
  });
}

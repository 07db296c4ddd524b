import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { changed } from '@/shared/api/changes';
import type { RecordScope, Role } from '@/shared/api/gen';
import { createRoleMutation, updateRoleMutation } from '@/shared/api/gen/roles/query';
import { isStale, writeTo } from '@/shared/api/version';
import { recordsText } from '@/shared/lib/permissionText';
import { useUnsaved } from '@/shared/lib/unsaved';
import { staffSession } from '@/shared/session/session';
import { useCan, useProfile } from '@/shared/session/useSession';
import { PermissionMatrix } from '@/shared/settings/PermissionMatrix';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Field } from '@/shared/ui/Field';
import { FieldGrid, FormError, useSubmit } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { Select } from '@/shared/ui/Select';
import { toast } from '@/shared/ui/toast';
import { DeleteRoleDialog } from './DeleteRoleDialog';
import { isBuiltIn, ownedKinds, roleName } from './roles';

const scopes: readonly RecordScope[] = ['all', 'team', 'own'];

export interface RoleEditorProps {
  /** Null for a new one. */
  role: Role | null;
  roles: readonly Role[];
  permissions: readonly string[];
  onOpen: (id: string | undefined) => void;
  onStale: () => void;
}

/** What a role allows; built-in ones are only looked at. */
export function RoleEditor({ role, roles, permissions, onOpen, onStale }: RoleEditorProps) {
  const { t } = useTranslation();
  const can = useCan();
  const mine = useProfile().permissions;
  const client = useQueryClient();
  const [deleting, setDeleting] = useState(false);
  const create = useMutation(createRoleMutation());
  const update = useMutation(updateRoleMutation());
  const readOnly = !can('access.roles:write') || role?.built_in === true;
  const kinds = ownedKinds(roles);
  const form = useForm({
    defaultValues: {
      name: role ? roleName(t, role.id, role.name) : '',
      description: role?.description ?? '',
      permissions: role ? [...role.permissions] : ([] as string[]),
      record_scopes: Object.fromEntries(
        kinds.map((kind) => [kind, role?.record_scopes[kind] ?? 'all']),
      ) as Record<string, RecordScope>,
    },
  });
  const { errors, isSubmitting, isDirty } = form.formState;
  useUnsaved(isDirty && !isSubmitting);
  const values = useWatch({ control: form.control });
  const { onSubmit, failure } = useSubmit(form, async ({ name, description, permissions, record_scopes }) => {
    if (permissions.length === 0) {
      // Somebody with it could log in and see nothing.
      form.setError('permissions', { message: t('access.roleNeedsOne') }, { shouldFocus: false });
      return;
    }
    const body = { name, description: description || null, permissions, record_scopes };
    try {
      const saved = role ? await update.mutateAsync(writeTo(role, body)) : await create.mutateAsync({ body });
      toast.done(t('access.roleSaved'), { detail: saved.name });
      await changed(client, 'role');
      // It may have been one's own: what one may do is shown at once.
      void staffSession.readProfile();
      onOpen(saved.id);
    } catch (error) {
      if (isStale(error)) onStale();
      throw error;
    }
  });
  return (
    <Card>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
        <FormError failure={failure} />
        {role?.built_in && (
          <p className="text-ink-2">
            {isBuiltIn(role.id) && t(`access.roleText.${role.id}`)} {t('access.builtInText')}
          </p>
        )}
        <FieldGrid>
          <Field label={t('access.roleNameLabel')} required error={errors.name?.message}>
            <Input
              {...form.register('name', { required: t('kit.required') })}
              maxLength={80}
              readOnly={readOnly}
              autoComplete="off"
            />
          </Field>
          <Field label={t('access.description')} error={errors.description?.message}>
            <Input {...form.register('description')} maxLength={300} readOnly={readOnly} autoComplete="off" />
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

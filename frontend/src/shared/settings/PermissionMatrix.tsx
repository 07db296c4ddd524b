import { useTranslation } from 'react-i18next';
import { areaText } from '@/shared/lib/permissionText';
import { Checkbox } from '@/shared/ui/Checkbox';
import { useScrollRegion } from '@/shared/ui/useScrollRegion';
import { type Area, type AreaGroup, groupPermissions, toggled } from './permissionGroups';

const columns = ['read', 'write', 'run'] as const;
type Action = (typeof columns)[number];

export interface PermissionMatrixProps {
  /** Every permission there is. */
  all: readonly string[];
  value: readonly string[];
  onChange: (permissions: string[]) => void;
  disabled?: boolean;
  /** What the person at the screen may not do itself cannot be given. */
  mayGive: (permission: string) => boolean;
}

/** Areas of work by what may be done there; Tab goes from box to box, Space sets it. */
export function PermissionMatrix(props: PermissionMatrixProps) {
  const { t } = useTranslation();
  const region = useScrollRegion(t('permissions.matrix'));
  return (
    <div ref={region} className="thin-scroll overflow-x-auto -outline-offset-2">
      <table aria-label={t('permissions.matrix')} className="w-full min-w-80">
        <thead>
          <tr className="text-sm text-ink-2">
            <th scope="col" className="py-1.5 text-left font-medium">
              {t('permissions.area')}
            </th>
            {columns.map((action) => (
              <th key={action} scope="col" className="w-20 py-1.5 text-center font-medium">
                {t(`permissions.actions.${action}`)}
              </th>
            ))}
          </tr>
        </thead>
        {groupPermissions(props.all).map((group) => (
          <Group key={group.group} group={group} {...props} />
        ))}
      </table>
    </div>
  );
}

function Group({ group, ...props }: PermissionMatrixProps & { group: AreaGroup }) {
  const { t } = useTranslation();
  return (
    <tbody>
      <tr>
        <th
          scope="rowgroup"
          colSpan={columns.length + 1}
          className="border-b border-line-soft pt-3 pb-1 text-left text-sm font-semibold"
        >
          {t(`permissions.groups.${group.group}`)}
        </th>
      </tr>
      {group.areas.map((area) => (
        <Row key={area.area} area={area} {...props} />
      ))}
    </tbody>
  );
}

function Row({ area, value, onChange, disabled, mayGive }: PermissionMatrixProps & { area: Area }) {
  const { t } = useTranslation();
  const name = areaText(area.area);
  return (
    <tr className="border-b border-line-soft">
      <th scope="row" className="py-1 text-left font-normal">
        {name}
      </th>
      {columns.map((action: Action) => {
        const permission = `${area.area}:${action}`;
        return (
          <td key={action} className="py-1 text-center">
            {area.actions.includes(action) && (
              <Checkbox
                checked={value.includes(permission)}
                disabled={disabled || !mayGive(permission)}
                onChange={(on) => onChange(toggled(value, permission, on))}
                label={
                  <span className="sr-only">
                    {name}: {t(`permissions.actions.${action}`)}
                  </span>
                }
              />
            )}
          </td>
        );
      })}
    </tr>
  );
}

import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/shared/ui/IconButton';
import { Input } from '@/shared/ui/Input';

export function PasswordInput(props: Omit<ComponentProps<'input'>, 'type'>) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <span className="relative block">
      <Input {...props} type={shown ? 'text' : 'password'} className="pr-9" />
      <span className="absolute inset-y-0 right-1 flex items-center">
        <IconButton
          icon={shown ? EyeOff : Eye}
          label={shown ? t('auth.hidePassword') : t('auth.showPassword')}
          size="sm"
          onClick={() => setShown(!shown)}
        />
      </span>
    </span>
  );
}

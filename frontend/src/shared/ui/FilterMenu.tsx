import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ReactElement, Ref } from 'react';
import { cx } from '@/shared/lib/cx';
import { optionClass, popupClass } from './popup';

export interface FilterMenuProps {
  trigger: ReactElement;
  button: Ref<HTMLButtonElement>;
  defaultOpen: boolean;
  value: string;
  onChange: (value: string) => void;
  rows: readonly { value: string; label: string }[];
}

/** What a `FilterChip` opens. */
export function FilterMenu({ trigger, button, defaultOpen, value, onChange, rows }: FilterMenuProps) {
  return (
    <Base.Root modal={false} defaultOpen={defaultOpen}>
      <Base.Trigger ref={button} render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="start" className="z-50 outline-none">
          <Base.Popup className={cx(popupClass, 'min-w-40')}>
            <Base.RadioGroup value={value} onValueChange={(next: string) => onChange(next)}>
              {rows.map((option) => (
                <Base.RadioItem
                  key={option.value}
                  value={option.value}
                  closeOnClick
                  className={cx(optionClass, 'justify-between')}
                >
                  {option.label}
                  <Base.RadioItemIndicator className="text-accent-ink">
                    <Check aria-hidden className="size-3.5" />
                  </Base.RadioItemIndicator>
                </Base.RadioItem>
              ))}
            </Base.RadioGroup>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

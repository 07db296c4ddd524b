import { Popover as Base } from '@base-ui/react/popover';
import { type ReactElement, type ReactNode, type Ref, useState } from 'react';

export interface PopoverProps {
  trigger: ReactElement;
  button: Ref<HTMLButtonElement>;
  defaultOpen: boolean;
  label: string;
  children: (close: () => void) => ReactNode;
}

/** What a `PopoverChip` opens. */
export function Popover({ trigger, button, defaultOpen, label, children }: PopoverProps) {
  const [open, setOpen] = useState(defaultOpen);
  return (
    <Base.Root open={open} onOpenChange={setOpen}>
      <Base.Trigger ref={button} render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="start" collisionPadding={8} className="z-50 outline-none">
          <Base.Popup
            aria-label={label}
            className="w-64 max-w-(--available-width) origin-(--transform-origin) rounded-md border border-line bg-raised p-3 shadow-float outline-none transition-[opacity,scale] duration-100 data-starting-style:scale-98 data-starting-style:opacity-0 data-ending-style:opacity-0"
          >
            {children(() => setOpen(false))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

import { SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '@/shared/ui/Checkbox';
import { IconButton } from '@/shared/ui/IconButton';
import { PopupTrigger, popups } from '@/shared/ui/popups';
import { type CardPart, type CardParts, cardParts } from './cardParts';

/** Which fields the cards show. */
export default function CardPartsButton({
  parts,
  onToggle,
}: {
  parts: CardParts;
  onToggle: (part: CardPart) => void;
}) {
  const { t } = useTranslation();
  const label = t('crm.card.fields');
  const trigger = <IconButton icon={SlidersHorizontal} label={label} />;
  return (
    <PopupTrigger needs={popups} kind="dialog" trigger={trigger}>
      {({ Popover }, opening) => (
        <Popover trigger={trigger} {...opening} label={label}>
          {() => (
            <div className="flex flex-col gap-2">
              <p className="text-sm font-medium text-ink-2">{label}</p>
              {cardParts.map((part) => (
                <Checkbox
                  key={part}
                  checked={parts.has(part)}
                  onChange={() => onToggle(part)}
                  label={t(`crm.card.parts.${part}`)}
                />
              ))}
            </div>
          )}
        </Popover>
      )}
    </PopupTrigger>
  );
}

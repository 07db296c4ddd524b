import { useState } from 'react';
import { CommandPalette } from '@/shared/ui/CommandPalette';
import { useCommands } from './useCommands';
import { useRecords } from './useRecords';

export default function Commands({
  open,
  onClose,
  onKeys,
}: {
  open: boolean;
  onClose: () => void;
  onKeys: () => void;
}) {
  const [words, setWords] = useState('');
  const records = useRecords(open ? words : '');
  const commands = useCommands(onKeys);
  return (
    <CommandPalette
      open={open}
      onClose={onClose}
      onWords={setWords}
      groups={[...commands, ...records.groups]}
      searching={records.searching}
    />
  );
}

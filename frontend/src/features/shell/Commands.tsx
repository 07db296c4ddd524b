import { CommandPalette } from '@/shared/ui/CommandPalette';
import { useCommands } from './useCommands';

export default function Commands({ open, onClose }: { open: boolean; onClose: () => void }) {
  return <CommandPalette open={open} onClose={onClose} groups={useCommands()} />;
}

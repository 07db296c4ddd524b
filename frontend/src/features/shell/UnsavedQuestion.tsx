import { DiscardQuestion } from '@/shared/ui/Dialog';

export default function UnsavedQuestion({ answer }: { answer: (lose: boolean) => void }) {
  return <DiscardQuestion onKeep={() => answer(false)} onDiscard={() => answer(true)} />;
}

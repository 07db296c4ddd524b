import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dueText } from '@/shared/activities/due';
import type { Activity, ActivitySummary } from '@/shared/api/gen';
import { updateActivity } from '@/shared/api/gen/activities';
import { useWrite } from '@/shared/api/useWrite';
import { writeTo } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { tellFailure } from '@/shared/ui/tellFailure';
import { toast } from '@/shared/ui/toast';
import { type Placing, placingOf, samePlace } from './agendaDays';

/** Somebody who presses a key five times moves it once. */
const gatherMs = 400;

interface Move {
  activity: ActivitySummary;
  /** Where it was before all this. */
  before: Placing;
  placing: Placing;
  version: number;
  timer?: ReturnType<typeof setTimeout>;
  writing?: boolean;
}

/** As the API takes it: a time brings its day with it, a day alone has no time. */
const written = ({ due_on, due_at, duration_minutes }: Placing) =>
  due_at ? { due_at, duration_minutes } : { due_on, duration_minutes };

/** Moves things on the agenda: they are there at once, written when the hand rests, and back where they were when that is refused. */
export function useMoves() {
  const { t } = useTranslation();
  const format = useFormat();
  const moves = useRef(new Map<string, Move>());
  /** Shown in the place of rows of an older version. */
  const [shownAt, setShownAt] = useState<ReadonlyMap<string, { placing: Placing; until: number }>>(new Map());
  const show = (id: string, placing: Placing | null, until = Number.POSITIVE_INFINITY) =>
    setShownAt((before) => {
      const next = new Map(before);
      if (placing) next.set(id, { placing, until });
      else next.delete(id);
      return next;
    });
  const write = useWrite(
    async ({ activity, placing, version }: Move) =>
      (
        await updateActivity({
          ...writeTo({ id: activity.id, version }, written(placing)),
          throwOnError: true,
        })
      ).data,
    ['activity'],
  );
  const send = async (id: string) => {
    const move = moves.current.get(id);
    if (!move) return;
    clearTimeout(move.timer);
    move.timer = undefined;
    // What comes meanwhile is based on the answer.
    if (move.writing) return;
    move.writing = true;
    const sent = move.placing;
    try {
      const answer: Activity = await write.mutateAsync({ ...move });
      move.version = answer.version;
      move.writing = false;
      if (!samePlace(move.placing, sent)) {
        if (!move.timer) await send(id);
        return;
      }
      moves.current.delete(id);
      show(id, sent, answer.version);
      const { before } = move;
      toast.done(
        t('activities.agenda.moved', { subject: answer.subject, when: dueText(t, format, answer) }),
        samePlace(before, answer)
          ? undefined
          : { actions: [{ label: t('kit.undo'), run: () => place(answer, before) }] },
      );
    } catch (error) {
      clearTimeout(move.timer);
      moves.current.delete(id);
      show(id, null);
      tellFailure(error, t);
    }
  };
  const place = (activity: ActivitySummary, placing: Placing) => {
    const { id, version } = activity;
    const move = moves.current.get(id) ?? { activity, before: placingOf(activity), placing, version };
    move.placing = placing;
    clearTimeout(move.timer);
    moves.current.set(id, move);
    show(id, placing);
    move.timer = setTimeout(() => void send(id), gatherMs);
  };
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  // Who leaves the page has meant it.
  useEffect(
    () => () => {
      for (const [id, { timer }] of moves.current) if (timer) void latest.current(id);
    },
    [],
  );
  return {
    place,
    /** The row as it stands on screen. */
    shown: (activity: ActivitySummary): ActivitySummary => {
      const at = shownAt.get(activity.id);
      if (!at || activity.version >= at.until) return activity;
      // What is done next is based on what was written, though the list is still being read again.
      const version = Number.isFinite(at.until) ? at.until : activity.version;
      return { ...activity, ...at.placing, version };
    },
  };
}

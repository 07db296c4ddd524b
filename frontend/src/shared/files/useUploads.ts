import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { changed } from '@/shared/api/changes';
import { ApiProblem, toProblem } from '@/shared/api/problem';
import { randomKey } from '@/shared/lib/idempotency';
import type { AttachableKind } from './attachable';
import { mostBytes, sendFile } from './upload';

export interface Upload {
  key: string;
  file: File;
  /** 0 to 1. */
  sent: number;
  /** Why it was not kept; it can be tried again. */
  problem?: ApiProblem;
}

/** As many as are sent at once; the others wait. */
const atOnce = 3;

/** Files that are on their way to a record. Those that are kept leave the list, which then has them itself. */
export function useUploads(kind: AttachableKind, id: string) {
  const client = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const waiting = useRef<Upload[]>([]);
  const running = useRef(new Map<string, AbortController>());
  // Who leaves the page takes back what was not sent yet.
  useEffect(() => {
    const own = running.current;
    return () => {
      waiting.current = [];
      for (const one of own.values()) one.abort();
    };
  }, []);

  const edit = (key: string, change: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const drop = (key: string) => setUploads((all) => all.filter((one) => one.key !== key));

  function next() {
    while (running.current.size < atOnce) {
      const upload = waiting.current.shift();
      if (!upload) return;
      void send(upload);
    }
  }

  async function send({ key, file }: Upload) {
    const controller = new AbortController();
    running.current.set(key, controller);
    try {
      if (file.size > mostBytes) throw new ApiProblem({ status: 413, code: 'too_large', message: file.name });
      const { signal } = controller;
      await sendFile({ kind, id, file, key, signal, onProgress: (sent) => edit(key, { sent }) });
      await changed(client, 'file');
      drop(key);
    } catch (error) {
      if (controller.signal.aborted) drop(key);
      else edit(key, { problem: toProblem(error) });
    } finally {
      running.current.delete(key);
      next();
    }
  }

  function begin(added: Upload[]) {
    waiting.current.push(...added);
    next();
  }

  return {
    uploads,
    add: (files: Iterable<File>) => {
      const added = Array.from(files, (file) => ({ key: randomKey(), file, sent: 0 }));
      setUploads((all) => [...all, ...added]);
      begin(added);
    },
    /** Also what has failed and is not wanted any more. */
    cancel: (key: string) => {
      waiting.current = waiting.current.filter((one) => one.key !== key);
      const controller = running.current.get(key);
      if (controller) controller.abort();
      else drop(key);
    },
    again: (upload: Upload) => {
      edit(upload.key, { problem: undefined, sent: 0 });
      begin([upload]);
    },
  };
}

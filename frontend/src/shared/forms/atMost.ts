import type { TFunction } from 'i18next';
import { z } from 'zod';

/** A rule for a text: no more characters than the server takes. Both count an emoji as one, whatever it is made of inside. */
export const atMost = (most: number, t: TFunction) =>
  z.refine<string>((typed) => [...typed].length <= most, t('kit.atMost', { most }));

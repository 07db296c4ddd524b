import { expect, type Locator, type Page } from '@playwright/test';
import type { Api } from './pulso';

export interface BoardStage {
  id: string;
  name: string;
  count: number;
  amount_cents: number;
  deals: { id: string; title: string }[];
}

interface Pipeline {
  id: string;
  stages: { id: string; name: string }[];
}

/** The tenant's only pipeline, as every new company gets it: Novo, Qualificado, Proposta, Negociação, Fechamento, Ganho, Perdido. */
export async function pipelineOf(api: Api) {
  const { data } = await api.get<{ data: Pipeline[] }>('/api/crm/pipelines');
  const [pipeline] = data;
  if (!pipeline) throw new Error('the company has no pipeline');
  const stage = (name: string) => {
    const found = pipeline.stages.find((candidate) => candidate.name === name);
    if (!found) throw new Error(`the pipeline has no stage ${name}`);
    return found.id;
  };
  const board = async () =>
    (await api.get<{ stages: BoardStage[] }>(`/api/crm/pipelines/${pipeline.id}/board?per_stage=200`)).stages;
  return { id: pipeline.id, stage, board };
}

export const column = (page: Page, stage: string): Locator =>
  page.getByRole('region', { name: new RegExp(`^${stage}, `) });

export const card = (within: Page | Locator, title: string): Locator =>
  within.getByRole('article').filter({ hasText: title });

/** The titles that a column shows, from top to bottom. */
export const titlesIn = (page: Page, stage: string): Promise<string[]> =>
  column(page, stage)
    .getByRole('listitem')
    .evaluateAll((rows) =>
      rows
        .sort((a, b) => Number(a.ariaPosInSet) - Number(b.ariaPosInSet))
        .map((row) => row.querySelector('a')?.textContent ?? ''),
    );

/** Takes a card by the mouse and lets it go over another element, the way a hand does: in steps. */
export async function drag(page: Page, what: Locator, onto: Locator): Promise<void> {
  await what.hover();
  await page.mouse.down();
  const target = await onto.boundingBox();
  if (!target) throw new Error('nothing to drop on');
  const { x, y, width, height } = target;
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 12 });
  // The browser tells of a drag some frames after the mouse: let go once the drop target has noticed.
  await expect(async () => {
    await page.mouse.move(x + width / 2 + 2, y + height / 2 + 2, { steps: 2 });
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 2 });
    await expect(what).toHaveCSS('opacity', '0.4', { timeout: 500 });
  }).toPass();
  await page.mouse.up();
}

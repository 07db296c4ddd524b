// What is done to the board: a hand that scrolls, jumps and drags, scene by scene.
import { columns, perColumn } from './kanban-company.mjs';

const pause = (ms) => new Promise((settle) => setTimeout(settle, ms));
/** The names of the scenes, as they were played. */
export const scenes = [];
async function scene(page, name, act) {
  scenes.push(name);
  await page.evaluate((mark) => performance.mark(mark), `${name}:from`);
  await act();
  await page.evaluate((mark) => performance.mark(mark), `${name}:to`);
}

const column = (page, name) => page.getByRole('region', { name: new RegExp(`^${name}, `) });
export const cardsIn = (page, name) => column(page, name).getByRole('article');

async function over(page, locator) {
  const box = await locator.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + Math.min(box.height / 2, 300));
  return box;
}

/** Wheel notches at the pace of a hurried hand. */
async function wheel(page, times, dx, dy) {
  for (let index = 0; index < times; index++) {
    await page.mouse.wheel(dx, dy);
    await pause(12);
  }
}

/** A hand takes a third of a second over the board, and the mouse tells of its way every few milliseconds. */
async function carry(page, from, to, steps) {
  for (let step = 1; step <= steps; step++) {
    const part = step / steps;
    await page.mouse.move(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
    await pause(8);
  }
}

/** Takes a card that is in view by the mouse, carries it over `stops`, and lets it go over the last. */
async function drag(page, from, stops) {
  const box = await from.boundingBox();
  let at = { x: box.x + 60, y: box.y + 50 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  for (const stop of [{ x: at.x + 6, y: at.y + 4, steps: 4 }, ...stops]) {
    await carry(page, at, stop, stop.steps ?? 30);
    at = stop;
    check(
      stop.steps === 4 || (await from.evaluate((card) => getComputedStyle(card).opacity)) === '0.4',
      'take the card',
    );
    // A hand that waits at the edge for the column to scroll trembles.
    for (const end = Date.now() + (stop.wait ?? 0); Date.now() < end; await pause(30)) {
      await page.mouse.move(at.x + 1, at.y);
      await page.mouse.move(at.x, at.y);
    }
    await stop.seen?.();
  }
  await page.mouse.up();
}

const scrollTop = (page, name) =>
  column(page, name).evaluate((section) => section.querySelector('ul').parentElement.scrollTop);
function check(holds, what) {
  if (!holds) throw new Error(`the scene did not do what it should: ${what}`);
}

async function inView(page, name) {
  const area = await column(page, name).boundingBox();
  for (const candidate of await cardsIn(page, name).all()) {
    const box = await candidate.boundingBox();
    if (box && box.y > area.y + 80 && box.y + box.height < area.y + area.height - 100) return candidate;
  }
  throw new Error(`no card of ${name} is in view`);
}

export async function perform(page) {
  const [first, second, third] = columns;
  const last = columns.at(-1);
  await scene(page, 'scroll a column to its end, loading as it goes', async () => {
    await over(page, column(page, first));
    while ((await column(page, first).locator(`[aria-posinset="${perColumn}"]`).count()) === 0)
      await wheel(page, 20, 0, 1200);
  });
  // All other columns whole as well: from here on 6,000 cards are in memory.
  for (const name of columns.slice(1)) {
    await over(page, column(page, name));
    while ((await column(page, name).locator(`[aria-posinset="${perColumn}"]`).count()) === 0)
      await wheel(page, 20, 0, 3000);
  }
  await scene(page, 'scroll a full column up and down', async () => {
    await over(page, column(page, first));
    await wheel(page, 120, 0, -900);
    await wheel(page, 120, 0, 300);
    await wheel(page, 60, 0, -2400);
  });
  await scene(page, 'jump by the scroll bar', async () => {
    for (let jump = 0; jump < 30; jump++) {
      await column(page, second).evaluate(
        (section, part) => {
          const list = section.querySelector('ul').parentElement;
          list.scrollTop = (list.scrollHeight * part) | 0;
        },
        ((jump * 7) % 30) / 30,
      );
      await pause(40);
    }
  });
  await page.setViewportSize({ width: 1000, height: 800 });
  await scene(page, 'scroll the board sideways', async () => {
    await over(page, column(page, second));
    for (let turn = 0; turn < 4; turn++) {
      await wheel(page, 30, 60, 0);
      await wheel(page, 30, -60, 0);
    }
  });
  await scene(page, 'drag along the edge, the board scrolling sideways', async () => {
    const area = await page.locator('main').boundingBox();
    const left = async () => (await column(page, first).boundingBox()).x;
    const before = await left();
    await drag(page, await inView(page, first), [
      {
        x: area.x + area.width - 12,
        y: 420,
        wait: 2500,
        seen: async () => check((await left()) < before, 'scroll the board'),
      },
      { x: area.x + 12, y: 420, wait: 2500 },
      { x: area.x + 80, y: 500 },
    ]);
  });
  // Wide enough for all columns, so that the board itself does not scroll away below the card.
  await page.setViewportSize({ width: 1680, height: 950 });
  await scene(page, 'drag over columns, the column scrolling', async () => {
    const area = await column(page, third).boundingBox();
    const reached = await scrollTop(page, third);
    const up = {
      x: area.x + area.width / 2,
      y: area.y + 90,
      wait: 3000,
      seen: async () => check((await scrollTop(page, third)) < reached, 'scroll the column'),
    };
    const down = { x: up.x, y: area.y + area.height - 14, wait: 2000 };
    await drag(page, await inView(page, first), [up, down, { x: up.x, y: area.y + 400, wait: 200 }]);
  });
  await scene(page, 'drag and drop ten cards', async () => {
    for (let turn = 0; turn < 10; turn++) {
      const from = columns[turn % columns.length];
      const area = await column(page, columns[(turn + 2) % columns.length]).boundingBox();
      const answered = page.waitForResponse((answer) => new URL(answer.url()).pathname.endsWith('/move'));
      // Whatever goes wrong before is the error to tell of.
      answered.catch(() => undefined);
      await drag(page, await inView(page, from), [
        { x: area.x + area.width / 2, y: area.y + 250 + turn * 20, steps: 25, wait: 100 },
      ]);
      const answer = await answered;
      if (!answer.ok()) throw new Error(`a drop was refused: ${answer.status()} ${await answer.text()}`);
    }
  });
  await scene(page, 'drag from the first column to the last and back', async () => {
    const area = await column(page, last).boundingBox();
    const home = await column(page, first).boundingBox();
    await drag(page, await inView(page, first), [
      { x: area.x + 60, y: area.y + 300, steps: 90 },
      { x: home.x + 60, y: home.y + 500, steps: 90 },
    ]);
  });
}

import { expect, type Locator, type Page } from "@playwright/test";

/** Selects the words in the text as a mouse would: press at the beginning, release at the end. */
export async function selectWords(text: Locator, words: string): Promise<void> {
  const ends = await text.evaluate((surface, wanted) => {
    const walker = document.createTreeWalker(surface, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      node.parentElement?.scrollIntoView({ block: "center" });
      const boxes = [...range.getClientRects()];
      const first = boxes[0];
      const last = boxes.at(-1);
      if (first && last) return { from: { x: first.left + 1, y: first.top + first.height / 2 }, to: { x: last.right - 0.5, y: last.top + last.height / 2 } };
    }
    return null;
  }, words);
  expect(ends, `“${words}” stands in the text`).not.toBeNull();
  if (!ends) return;
  const { mouse } = text.page();
  await mouse.move(ends.from.x, ends.from.y);
  await mouse.down();
  await mouse.move(ends.to.x, ends.to.y, { steps: 4 });
  await mouse.up();
}

/** The address of the page once the open claim stands in it: it is written when the person rests. */
export async function addressOfClaim(page: Page): Promise<string> {
  await expect(page).toHaveURL(/[?&]claim=/);
  return page.url();
}

/** Opens a document of the demo by words of its title, however many documents other tests have brought in. */
export async function openDemo(page: Page, title: string): Promise<void> {
  await page.goto(`/documents?q=${encodeURIComponent(title)}`);
  await page.getByRole("link", { name: title }).first().click();
  await expect(page.getByRole("document", { name: title })).toBeVisible();
}

import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { selectWords } from "./reader-page";
import { claimedIn, correctable } from "./transcript";

/** The field of a turn, opened and closed by keyboard alone. */
async function correct(page: Page, turn: number, change: (field: Locator) => Promise<void>): Promise<void> {
  const words = page.getByRole("list", { name: "A night of numbers" }).getByRole("listitem").nth(turn).getByRole("button").first();
  await words.focus();
  await page.keyboard.press("Enter");
  const field = page.getByRole("textbox", { name: new RegExp(`^Turn of a speaker ${String(turn + 1)}\\b`) });
  await expect(field).toBeFocused();
  await change(field);
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);
}

/** Writes the turn anew with the words replaced. */
function replacing(words: string, by: string) {
  return async (field: Locator) => field.fill((await field.inputValue()).replace(words, by));
}

test("a transcript is corrected, and the claims that lost their place get one again", async ({ signedIn, expectAccessible }) => {
  test.slow();
  const page = await signedIn("editor");
  const api = page.context().request;
  const id = await correctable(api, "A night of numbers");
  await page.goto(`/documents/${id}`);
  await page.getByRole("button", { name: "Document", exact: true }).click();
  await page.getByRole("menuitem", { name: "Correct the text" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Correct the text" })).toBeVisible();
  await expectAccessible(page);

  // Five places: beside the claims, a claim's whole sentence, a word of a claim, most of a claim, and a claimed sentence said twice.
  await correct(page, 32, replacing("heard enough", "heard quite enough"));
  await correct(page, 4, replacing(` As everybody here knows, ${claimedIn(4)}, and nobody has said otherwise.`, ""));
  await correct(page, 7, replacing("19 million", "19.5 million"));
  await correct(page, 11, replacing(claimedIn(11), "the library was built anew in 1934, at a cost of 23 million"));
  await correct(page, 35, replacing("We have heard enough of it for one night.", `As everybody here knows, ${claimedIn(2)}, and nobody has said otherwise.`));

  // What was written is still there when the page comes back.
  await expect(page.getByText("5 changes · draft kept on this device")).toBeVisible();
  await page.reload();
  await expect(page.getByText(/5 changes · draft kept on this device/)).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1, name: "What will happen" })).toBeFocused();
  const outcome = page.getByRole("region", { name: "Claims" });
  await expect(outcome).toContainText("1 changed");
  await expect(outcome).toContainText("1 in doubt");
  await expect(outcome).toContainText("1 lost its place");
  await expect(page.getByRole("region", { name: "Text" })).toContainText("19.5 million");
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Why the text changed" }).fill("Checked against the recording.");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "Needs a look", exact: true }).click();

  // The order of the text: first the words that are gone, then those that may be there.
  const tray = page.getByRole("region", { name: "Needs a look" });
  await expect(tray).toContainText("1 of 2");
  await expect(tray).toContainText(claimedIn(4));
  await expectAccessible(page);
  const doubts = await (await api.get(`/api/v1/documents/${id}/doubts`)).json();
  const { document } = await (await api.get(`/api/v1/documents/${id}`)).json();
  expect(document.revision.number).toBe(2);
  expect(doubts.map((doubt: { status: string }) => doubt.status)).toEqual(["orphaned", "uncertain"]);
  const { place } = doubts[0];
  expect(document.revision.text.slice(0, place.start)).toMatch(/point 5 of the evening\.\s*$/);
  expect(document.revision.text.slice(place.start)).toMatch(/^\s*So much for number 5\./);

  // By keyboard alone: the first is dropped, the second put where it is suggested.
  await page.keyboard.press("j");
  await expect(tray).toContainText("2 of 2");
  await page.keyboard.press("k");
  await expect(tray).toContainText("1 of 2");
  await page.keyboard.press("h");
  await expect(tray).toContainText("Select the words in the text");
  await page.keyboard.press("Shift+Control+ArrowRight");
  await page.keyboard.press("Shift+Control+ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.getByText("The quote of claim 5 has its place.")).toBeVisible();
  await expect(tray).toContainText("1 of 1");
  await page.keyboard.press("1");
  await expect(tray).toContainText("Every quote has its place");
  await expectAccessible(page);

  // Taking a decision back brings the question back.
  await page.keyboard.press("Control+z");
  await expect(tray).toContainText("1 of 1");
  await page.keyboard.press("Control+y");
  await expect(tray).toContainText("Every quote has its place");
  await page.keyboard.press("Control+z");
  await expect(tray).toContainText("1 of 1");
  await page.keyboard.press("Enter");
  await expect(tray).toContainText("Every quote has its place");
  await page.keyboard.press("Escape");
  await expect(tray).toHaveCount(0);

  const { claims } = await (await api.get(`/api/v1/documents/${id}`)).json();
  const text: string = document.revision.text;
  const quoteOf = (turn: number) => claims[turn].anchors.map((anchor: { start: number; end: number }) => text.slice(anchor.start, anchor.end)).join(" … ");
  for (let turn = 0; turn < 30; turn += 1) {
    if (turn === 4 || turn === 11) continue;
    expect(quoteOf(turn)).toBe(turn === 7 ? claimedIn(7).replace("19 million", "19.5 million") : claimedIn(turn));
    expect(claims[turn].anchors[0].status).toBe(turn === 7 ? "edited" : "exact");
  }

  await page.getByRole("link", { name: "Revision 2" }).click();
  await expect(page.getByText("Checked against the recording.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: /What changed/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Revision 1 and revision 2" })).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.getByText(/^Change 1 of \d+$/)).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/documents/${id}/revisions/1`);
  await expect(page.getByText("You are reading revision 1 of 2, not the current text.")).toBeVisible();
  await expectAccessible(page);

  await page.emulateMedia({ colorScheme: "dark" });
  for (const path of ["text", "revisions", "revisions/1", "compare?from=1&to=2"]) {
    await page.goto(`/documents/${id}/${path}`);
    await expect(page.getByRole("main")).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expectAccessible(page);
  }
});

test("one corrects the text while another marks in the older one", async ({ signedIn }) => {
  const editor = await signedIn("editor");
  const reviewer = await signedIn("reviewer");
  const id = await correctable(editor.context().request, "A night of numbers");
  await Promise.all([editor.goto(`/documents/${id}/text`), reviewer.goto(`/documents/${id}`)]);
  const text = reviewer.getByRole("document", { name: "A night of numbers" });
  await expect(text).toBeVisible();

  await correct(editor, 0, replacing("Let me come to point 1", "Good evening to all of you here and at home. Let me come at once to point 1"));
  await editor.keyboard.press("Control+Enter");
  await editor.getByRole("button", { name: /Save revision 2/ }).click();
  await expect(editor.getByText("Revision 2 is saved.")).toBeVisible();

  // The reviewer still reads revision 1, and marks words that stand further on by now.
  await selectWords(text, "heard enough of it for one night");
  await reviewer.keyboard.press("n");
  await expect(reviewer.getByText("The text was corrected (revision 2). You still see revision 1.")).toBeVisible();
  const statement = reviewer.getByRole("textbox", { name: "Statement" });
  await expect(statement).toHaveValue("heard enough of it for one night");
  await expect(text).not.toContainText("Good evening to all of you");
  await reviewer.getByRole("textbox", { name: "Rationale" }).fill("They had heard little of it.");

  await reviewer.getByRole("button", { name: "Show the new text" }).click();
  await expect(text).toContainText("Good evening to all of you");
  await expect(reviewer.getByRole("textbox", { name: "Rationale" })).toHaveValue("They had heard little of it.");
  await expect(reviewer.getByText("You still see revision 1.")).toHaveCount(0);

  const { document, claims } = await (await reviewer.context().request.get(`/api/v1/documents/${id}`)).json();
  const [anchor] = claims.at(-1).anchors;
  expect(document.revision.text.slice(anchor.start, anchor.end)).toBe("heard enough of it for one night");
});

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { follow } from "./harbour";
import { openDemo } from "./reader-page";

const TEXT = "The harbour was built in 1880.\n\nIt has been dredged twice since.";

/** A document whose claims need two blind assessments, with one claim under research; made through the API. */
async function blindDocument(editor: Page): Promise<{ documentId: string; claimId: string }> {
  const api = editor.context().request;
  const { id } = await (await api.post("/api/v1/documents", { data: { title: "The harbour, twice judged", source: { kind: "paste", text: TEXT } } })).json();
  const { document } = await (await api.get(`/api/v1/documents/${id}`)).json();
  await api.patch(`/api/v1/documents/${id}`, { data: { version: document.version, reviewMode: "blind", reviewers: 2 } });
  const fragments = [{ exact: "The harbour was built in 1880." }];
  const claim = await (await api.post(`/api/v1/documents/${id}/claims`, { data: { revisionId: document.revision.id, fragments } })).json();
  return { documentId: id, claimId: claim.id };
}

async function assess(page: Page, address: string, verdict: string, rationale: string): Promise<void> {
  await page.goto(address);
  const form = page.getByRole("region", { name: "Your assessment" });
  await expect(form.getByText(/until all 2 assessments are in/)).toBeVisible();
  await form.getByRole("radio", { name: verdict, exact: true }).click();
  await form.getByRole("textbox", { name: "Rationale" }).fill(rationale);
  await page.keyboard.press("Control+Enter");
}

test("two reviewers assess blind, and an editor decides between them by keyboard", async ({ signedIn, expectAccessible }) => {
  const [one, two, editor] = [await signedIn("reviewer"), await signedIn("second"), await signedIn("editor")];
  const { documentId, claimId } = await blindDocument(editor);
  const address = `/documents/${documentId}?claim=${claimId}`;

  await assess(one, address, "True", "The plaque says so.");
  await expect.poll(async () => (await (await one.context().request.get(`/api/v1/claims/${claimId}`)).json()).assessments.length).toBe(1);

  // Neither the other reviewer nor the editor is told that there is one.
  for (const page of [two, editor]) {
    const [claim, history] = await Promise.all(
      [`/api/v1/claims/${claimId}`, `/api/v1/claims/${claimId}/events`].map(async (path) => (await page.context().request.get(path)).text()),
    );
    expect(`${claim} ${history}`).not.toMatch(/plaque|claim\.assessed/);
    expect(JSON.parse(claim ?? "")).toMatchObject({ state: "spotted", assessments: [], review: { blind: true } });
  }
  await editor.goto(address);
  await expect(editor.getByText(/until all 2 assessments are in/)).toBeVisible();
  await expect(editor.getByRole("region", { name: "Ruling" })).toBeHidden();

  // The disagreement comes up in the open page.
  await follow(editor, `/documents/${documentId}/adjudicate`);
  await expect(editor.getByText("Nothing is contested")).toBeVisible();
  await assess(two, address, "False", "The first ship came in 1882.");
  await expect.poll(async () => (await (await two.context().request.get(`/api/v1/claims/${claimId}`)).json()).state).toBe("contested");

  // By keyboard: take the second, say why, decide.
  await expect(editor.getByRole("listitem", { name: "Assessment of Sara Rahimi" })).toContainText("The plaque says so.");
  await expect(editor.getByRole("listitem", { name: "Assessment of Lukas Brandt" })).toContainText("The first ship came in 1882.");
  await expectAccessible(editor);
  await editor.keyboard.press("2");
  await expect(editor.getByRole("textbox", { name: "Why this one?" })).toBeFocused();
  await expectAccessible(editor);
  await editor.keyboard.type("A plaque is younger than what it tells of.");
  await editor.keyboard.press("Control+Enter");
  await expect(editor.getByText("Nothing is contested")).toBeVisible();
  await expect(editor.getByRole("region", { name: "Decided" })).toContainText("A plaque is younger than what it tells of.");

  // Both reviewers read what was decided, and why.
  for (const page of [one, two]) {
    await page.goto(address);
    await expect(page.getByRole("region", { name: "Adjudication" })).toContainText("A plaque is younger than what it tells of.");
    await expect(page.getByRole("region", { name: "Adjudication" })).toContainText("took the assessment of Lukas Brandt");
  }

  await editor.goto(`/documents/${documentId}/agreement`);
  await expect(editor.getByText("1 claim with two judgements or more")).toBeVisible();
  await expect(editor.getByRole("region", { name: "Figures" })).toContainText("0.000");
  await expectAccessible(editor);
});

test("an editor goes through the contested claims, and writes a verdict that nobody proposed", async ({ signedIn }) => {
  const editor = await signedIn("editor");
  await openDemo(editor, "Ten minutes about the Moon");
  await editor.getByRole("button", { name: "Document", exact: true }).click();
  await editor.getByRole("menuitem", { name: "Disagreements" }).click();
  const claim = (words: RegExp) => editor.getByRole("heading", { level: 2, name: words });
  await expect(claim(/helium-3/)).toBeVisible();
  await editor.keyboard.press("j");
  await expect(claim(/same side of the Moon/)).toBeVisible();

  await editor.keyboard.press("w");
  await editor.keyboard.press("7");
  await expect(editor.getByRole("radio", { name: /Misleading/ })).toBeChecked();
  await editor.getByRole("textbox", { name: "Why this verdict?" }).fill("She leaves out that it rocks.");
  await editor.keyboard.press("Control+Enter");
  await expect(claim(/no atmosphere/)).toBeVisible();
  await expect(editor.getByRole("region", { name: "Decided" })).toContainText("She leaves out that it rocks.");

  // A question goes back to the reviewers, and the claim leaves the list.
  await editor.keyboard.press("q");
  await editor.getByRole("textbox", { name: "The question to the reviewers" }).fill("What would count as air?");
  await editor.keyboard.press("Control+Enter");
  await expect(claim(/causes the tides/)).toBeVisible();
  await expect(editor.getByRole("region", { name: "Decided" })).toContainText("What would count as air?");
});

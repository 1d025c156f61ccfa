import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const QUOTES = ["The harbour was built in 1880.", "It has been dredged twice since.", "No ship of the line ever called.", "The lighthouse burns no oil."];

/** A document whose claims need two blind assessments each, made through the API. */
async function blindDocument(editor: Page): Promise<{ documentId: string; claimIds: string[] }> {
  const api = editor.context().request;
  const source = { kind: "paste", text: QUOTES.join("\n\n") };
  const { id } = await (await api.post("/api/v1/documents", { data: { title: "The harbour, shared out", source } })).json();
  const { document } = await (await api.get(`/api/v1/documents/${id}`)).json();
  await api.patch(`/api/v1/documents/${id}`, { data: { version: document.version, reviewMode: "blind", reviewers: 2 } });
  const claimIds: string[] = [];
  for (const exact of QUOTES) {
    const claim = await (await api.post(`/api/v1/documents/${id}/claims`, { data: { revisionId: document.revision.id, fragments: [{ exact }] } })).json();
    claimIds.push(claim.id);
  }
  return { documentId: id, claimIds };
}

test("an editor shares claims out among three, and a reviewer gives one back and takes another", async ({ signedIn, expectAccessible }) => {
  const [editor, sara, lukas] = [await signedIn("editor"), await signedIn("reviewer"), await signedIn("second")];
  const { documentId, claimIds } = await blindDocument(editor);

  // The plan is seen before it is made.
  await editor.goto(`/documents/${documentId}`);
  await editor.getByRole("button", { name: "Document", exact: true }).click();
  await editor.getByRole("menuitem", { name: "Assign claims" }).click();
  await expect(editor.getByText("4 claims lack people.")).toBeVisible();
  const people = editor.getByRole("group", { name: "Among whom" });
  for (const name of ["Sara Rahimi", "Lukas Brandt", "Noor Haddad"]) await people.getByRole("checkbox", { name }).check();
  await editor.getByLabel("Due (optional)").fill("2099-05-04");
  await editor.getByRole("button", { name: "See the plan" }).click();
  await expect(editor.getByRole("heading", { name: "4 claims would get somebody: 8 assignments" })).toBeFocused();
  const plan = editor.getByRole("region", { name: "Who gets how many" });
  await expect(plan.getByRole("row", { name: /Sara Rahimi/ })).toBeVisible();
  await expectAccessible(editor);
  await editor.getByRole("button", { name: "Make 8 assignments" }).click();
  await expect(editor.getByText("None lacks people.")).toBeVisible();
  await expect(editor.getByRole("list", { name: "Claims" }).getByText("Due 4 May 2099")).toHaveCount(8);

  // By hand, for several at once: nobody is on more claims than there are places.
  const list = editor.getByRole("list", { name: "Claims" });
  await list.getByRole("checkbox", { name: "Claim 1", exact: true }).check();
  await list.getByRole("checkbox", { name: "Claim 2", exact: true }).check();
  await editor.getByRole("button", { name: "Assign…" }).click();
  const dialog = editor.getByRole("dialog", { name: "Assign 2 claims" });
  await dialog.getByRole("checkbox", { name: "Efua Darko" }).check();
  await expectAccessible(editor);
  await dialog.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(dialog.getByText(/takes 2 people at most/)).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();

  // My work has what Sara was given; nobody else's name is to be seen there, or in the claim.
  await sara.goto("/work");
  const assigned = sara.getByRole("region", { name: /^Assigned to you/ });
  const harbour = assigned.getByRole("listitem").filter({ hasText: "The harbour, shared out" });
  await expect(harbour.first()).toContainText("due 4 May 2099");
  await expectAccessible(sara);
  const before = await harbour.count();
  expect(before).toBeGreaterThanOrEqual(2);
  await harbour.getByRole("link").first().click();
  const panel = sara.getByRole("region", { name: /^Claim \d+$/ }).getByRole("region", { name: "Assigned to" });
  await expect(panel).toContainText("Sara Rahimi");
  await expect(panel).toContainText("and 1 other, not named while it is assessed blind");
  const given = new URL(sara.url()).searchParams.get("claim") ?? "";

  // She gives it back: Lukas, who has it open, sees that it can be taken, and takes it unless it is his already.
  await lukas.goto(`/documents/${documentId}?claim=${given}`);
  const place = lukas.getByRole("region", { name: "Assigned to" });
  await expect(place).toContainText(/reviewers|Lukas Brandt/);
  const has = (await place.getByText("Lukas Brandt").count()) > 0;
  await panel.getByRole("button", { name: "Give back" }).click();
  await expect(panel.getByRole("button", { name: "Take" })).toBeVisible();
  if (has) await expect(place.getByText(/other/)).toBeHidden();
  else {
    await place.getByRole("button", { name: "Take" }).click();
    await expect(place.getByRole("button", { name: "Give back" })).toBeVisible();
    await expect(panel.getByRole("button", { name: "Take" })).toBeHidden();
  }

  // The editor's list and the history tell who it was.
  await editor.goto(`/documents/${documentId}?claim=${given}`);
  await editor.getByRole("tab", { name: "History" }).click();
  await expect(editor.getByRole("list", { name: "History" })).toContainText("Sara Rahimi gave the claim back");
  const seen = await (await sara.context().request.get(`/api/v1/claims/${claimIds[3] ?? ""}/events`)).text();
  expect(seen).not.toMatch(/Lukas Brandt|Noor Haddad/);
});

import { expect, test } from "./fixtures";
import { harbourWithClaim } from "./harbour";
import { addressOfClaim, openDemo, selectWords } from "./reader-page";

test("a question names somebody, is seen at once, answered, linked to and resolved", async ({ signedIn, expectAccessible }) => {
  const reviewer = await signedIn("reviewer");
  const made = await reviewer.request.post("/api/v1/documents", {
    data: { title: "The pump in the yard", kind: "article", source: { kind: "paste", text: "The pump in the yard gave water until 1931. Then it froze." } },
  });
  const { id } = await made.json();
  await reviewer.goto(`/documents/${id}`);
  const text = reviewer.getByRole("document", { name: "The pump in the yard" });
  await selectWords(text, "gave water until 1931");
  await reviewer.keyboard.press("n");
  const panel = reviewer.getByRole("region", { name: "Claim 1" });
  await panel.getByRole("tab", { name: "Discussion" }).click();
  const field = panel.getByRole("textbox", { name: "New discussion" });
  await field.fill("Which year, @ef");
  await field.press("End");
  await expect(reviewer.getByRole("option", { name: "Efua Darko" })).toBeVisible();
  await field.press("Enter");
  await expect(field).toHaveValue("Which year, @Efua Darko ");
  await expectAccessible(reviewer);

  await field.press("Control+Enter");
  const asked = panel.getByRole("list", { name: "Comments" }).getByRole("listitem");
  await expect(asked).toContainText("Which year, @Efua Darko");
  await expect(field).toHaveValue("");

  const editor = await signedIn("editor");
  await editor.goto(await addressOfClaim(reviewer));
  const theirs = editor.getByRole("region", { name: "Claim 1" });
  await theirs.getByRole("tab", { name: /Discussion/ }).click();
  await expect(theirs.getByText("new", { exact: true })).toBeVisible();
  await theirs.getByRole("button", { name: "Reply" }).click();
  await theirs.getByRole("textbox", { name: "Reply" }).fill("The **last** full year was 1930.");
  await theirs.getByRole("button", { name: "Send" }).click();

  // It stands in the other's window without a reload.
  await expect(panel.getByText("The last full year was 1930.")).toBeVisible();
  await reviewer.getByRole("button", { name: "Comment of Sara Rahimi" }).click();
  await reviewer.getByRole("menuitem", { name: "Edit" }).click();
  await panel.getByRole("textbox", { name: "Your comment" }).fill("Which full year?");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel.getByText("edited")).toBeVisible();
  await panel.getByRole("button", { name: "Resolve" }).click();
  await expect(theirs.getByText("Resolved by Sara Rahimi")).toBeVisible();

  // A link leads to the comment.
  const threads = await (await editor.request.get(`/api/v1/documents/${id}/threads`)).json();
  const url = new URL(await addressOfClaim(reviewer));
  url.searchParams.set("comment", threads[0].comments[1].id);
  await editor.goto(url.href);
  await expect(theirs.getByText("The last full year was 1930.")).toBeInViewport();
});

test("words of the text and the document itself are discussed where no claim is open, and not by readers", async ({ signedIn, expectAccessible }) => {
  const page = await signedIn("second");
  await openDemo(page, "Two leaders");
  const discussion = page.getByRole("region", { name: "Discussion" });
  await expect(discussion.getByText("the piece goes out on Thursday")).toBeVisible();
  await expectAccessible(page);
  const text = page.getByRole("document", { name: /Two leaders/ });
  await selectWords(text, "under lamps, with its curtains drawn");
  await page.keyboard.press("m");
  await discussion.getByRole("textbox", { name: "New discussion" }).fill("Who saw this?");
  await discussion.getByRole("button", { name: "Start the discussion" }).click();
  const begun = discussion.getByRole("listitem").filter({ hasText: "Who saw this?" }).first();
  await expect(begun.getByRole("button", { name: /under lamps, with its curtains drawn/ })).toBeVisible();

  const reader = await signedIn("reader");
  await reader.goto(page.url());
  await expect(reader.getByText("No claim is open")).toBeVisible();
  await expect(reader.getByText("Who saw this?")).toHaveCount(0);
  const refused = await reader.request.get(`/api/v1/documents/${new URL(page.url()).pathname.split("/").at(-1) ?? ""}/threads`);
  expect(refused.status()).toBe(403);
});

test("a piece of evidence is discussed from its card", async ({ signedIn, expectAccessible }) => {
  const page = await signedIn("reviewer");
  const { address, claimId } = await harbourWithClaim(page);
  const evidence = { stance: "supports", quote: "Built in 1880.", source: { title: "City archive" } };
  await page.context().request.post(`/api/v1/claims/${claimId}/evidence`, { data: evidence });
  await page.goto(address);
  await page.getByRole("button", { name: "Evidence: City archive" }).click();
  await page.getByRole("menuitem", { name: "Discuss" }).click();
  const field = page.getByRole("textbox", { name: "New discussion" });
  await expect(field).toBeFocused();
  await expectAccessible(page);
  await field.fill("Which page of it?");
  await page.getByRole("button", { name: "Start the discussion" }).click();
  await expect(page.getByRole("list", { name: "Discussions" })).toContainText("About the evidence “City archive”");
  await expect(page.getByRole("button", { name: "Speak of the claim instead" })).toBeHidden();
});

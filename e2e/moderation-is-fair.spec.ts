import { expect, test } from "./fixtures";
import { harbourWithClaim } from "./harbour";

test("a comment is reported, hidden by keyboard, appealed against and shown again, and everybody concerned is told", async ({ signedIn, expectAccessible }) => {
  const reporter = await signedIn("reviewer");
  const author = await signedIn("second");
  const harbour = await harbourWithClaim(reporter);
  // Another at a second try.
  const words = `Whoever marked this cannot read (${harbour.documentId}).`;
  const started = await author.request.post(`/api/v1/documents/${harbour.documentId}/threads`, { data: { claimId: harbour.claimId, body: words } });
  expect(started.status()).toBe(201);
  const { comments } = await started.json();

  await reporter.goto(harbour.address);
  const panel = reporter.getByRole("region", { name: "Claim 1" });
  await panel.getByRole("tab", { name: /Discussion/ }).click();
  await reporter.getByRole("button", { name: `Comment of ${comments[0].author.name}` }).click();
  await reporter.getByRole("menuitem", { name: "Report…" }).click();
  const report = reporter.getByRole("dialog", { name: "Report this comment" });
  await report.getByLabel("What is wrong").selectOption({ label: "It is offensive" });
  await report.getByLabel("What a moderator should know").fill("It is about a colleague.");
  await expectAccessible(reporter);
  await report.getByRole("button", { name: "Report", exact: true }).click();
  await expect(reporter.getByText("A moderator will look at it.")).toBeVisible();

  // The moderator goes to it and hides it without a pointer.
  const moderator = await signedIn("editor");
  await moderator.goto("/moderation");
  const item = moderator.getByRole("list", { name: "Queue" }).getByRole("listitem").filter({ hasText: words }).first();
  await expect(item).toContainText("It is about a colleague.");
  await expectAccessible(moderator);
  await expect(async () => {
    await moderator.keyboard.press("j");
    await expect(item).toBeFocused({ timeout: 100 });
  }).toPass();
  await moderator.keyboard.press("h");
  const dialog = moderator.getByRole("dialog", { name: /^Hide/ });
  await dialog.getByLabel("Rule that this goes against").selectOption({ index: 1 });
  await dialog.getByLabel("What the person is told").fill("Speak of the claim, not of people.");
  await moderator.keyboard.press("Tab");
  await moderator.keyboard.press("Tab");
  await dialog.getByRole("button", { name: "Hide" }).press("Enter");
  await expect(item).toBeHidden();

  // Nobody else reads it any more.
  await reporter.goto(harbour.address);
  await panel.getByRole("tab", { name: /Discussion/ }).click();
  await expect(panel.getByRole("textbox", { name: "New discussion" })).toBeVisible();
  await expect(reporter.getByText(words)).toBeHidden();

  // Its author is told, and asks another moderator to look again.
  await author.goto("/moderation/own");
  const decision = author.getByRole("listitem").filter({ hasText: words });
  await expect(decision).toContainText("Speak of the claim, not of people.");
  await decision.getByLabel(/^Appeal, once/).fill("I meant the claim: it cannot be read.");
  await decision.getByRole("button", { name: "Appeal" }).click();
  await expect(decision).toContainText("Another moderator will look at it.");
  await expectAccessible(author);

  const other = await signedIn("admin");
  await other.goto("/moderation");
  await other.getByRole("combobox", { name: "State" }).selectOption({ label: "Appealed" });
  const appealed = other.getByRole("list", { name: "Queue" }).getByRole("listitem").filter({ hasText: words }).first();
  await appealed.getByLabel("What you answer").fill("It can be read that way.");
  await appealed.getByRole("button", { name: "Grant, and take the decision back" }).click();
  await expect(other.getByText("The appeal is granted")).toBeVisible();

  await author.reload();
  await expect(decision).toContainText("Your appeal was granted: It can be read that way.");
  await reporter.reload();
  await panel.getByRole("tab", { name: /Discussion/ }).click();
  await expect(panel.getByText(words)).toBeVisible();
  await reporter.goto("/moderation/own");
  await expect(reporter.getByRole("listitem").filter({ hasText: "It is about a colleague." }).first()).not.toContainText("Waits for a moderator.");
});

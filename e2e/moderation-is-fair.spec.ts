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

  const about = `A try ${harbour.documentId}.`;
  for (const [subject, id] of Object.entries({ document: harbour.documentId, claim: harbour.claimId })) {
    const flag = await author.request.post("/api/v1/flags", { data: { subject, id, reason: "spam", note: `${about} The ${subject}.` } });
    expect(flag.status()).toBe(201);
  }

  // The moderator hides two things at once, and takes that back: they wait as before, and keys lead on with them.
  const moderator = await signedIn("editor");
  await moderator.goto("/moderation");
  const queue = moderator.getByRole("list", { name: "Queue" });
  // The things themselves: what was said of each is a list, too.
  const reported = queue.locator(":scope > li").filter({ hasText: about });
  const [text, claim] = [reported.filter({ hasText: "The document." }), reported.filter({ hasText: "The claim." })];
  await expect(claim.getByRole("group", { name: "Where it stands in the text" }).locator("mark")).not.toBeEmpty();
  for (const thing of [text, claim]) await thing.getByRole("checkbox", { name: /^Choose/ }).check();
  await moderator.getByRole("group", { name: "Chosen things" }).getByRole("button", { name: "Hide" }).click();
  const together = moderator.getByRole("dialog", { name: "Hide: 2 things" });
  await together.getByLabel("Rule that this goes against").selectOption({ index: 1 });
  // However late the list is read anew, they leave it at once, and do not come back as they were listed before.
  let read: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (read = resolve));
  await moderator.route(/\/moderation\?_rsc=/, (route) => held.then(() => route.continue()));
  await together.getByRole("button", { name: "Hide" }).click();
  // What stands behind a dialog is not counted.
  await expect(together).toBeHidden();
  await expect(reported).toHaveCount(0);
  await moderator.getByRole("button", { name: "Undo" }).click();
  await expect(moderator.getByText("The decision is taken back")).toBeVisible();
  await expect(reported).toHaveCount(0);
  read();
  await expect(reported).toHaveCount(2);
  await text.getByRole("checkbox", { name: /^Choose/ }).focus();
  await moderator.keyboard.press("y");
  await expect(text).toHaveCount(0);
  await claim.getByRole("checkbox", { name: /^Choose/ }).focus();
  await moderator.keyboard.press("e");
  await moderator
    .getByRole("dialog", { name: /^Hand to an admin/ })
    .getByRole("button", { name: "Hand to an admin" })
    .click();
  await expect(claim).toContainText("For an admin");

  // And hides a third without a pointer.
  const item = moderator.getByRole("list", { name: "Queue" }).getByRole("listitem").filter({ hasText: words }).first();
  await expect(item).toContainText("It is about a colleague.");
  await expectAccessible(moderator);
  // From the top of the list down to it.
  for (let press = 0; press < 30; press += 1) await moderator.keyboard.press("k");
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

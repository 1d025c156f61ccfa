import { expect, test } from "./fixtures";
import { HARBOUR, bringInHarbour, claimsOf, follow, markInHarbour, statementOf } from "./harbour";

test("what one person does, the other sees within a moment, without a reload", async ({ signedIn }) => {
  const [one, two] = [await signedIn("reviewer"), await signedIn("second")];
  const document = await bringInHarbour(one);
  await follow(two, document.address);
  await expect(two.getByText("No claims here")).toBeVisible();
  const claim = await markInHarbour(one, document, "built in 1880");
  await expect(claimsOf(two)).toHaveCount(1);

  await claimsOf(two).first().click();
  await expect(statementOf(two)).toHaveValue("built in 1880");
  await one
    .context()
    .request.patch(`/api/v1/claims/${claim.id}`, { data: { version: claim.version, statement: "The harbour was built in 1880 by the city." } });
  await expect(statementOf(two)).toHaveValue("The harbour was built in 1880 by the city.");
  await expect(claimsOf(two).first()).toContainText("by the city");

  await markInHarbour(one, document, "dredged twice");
  await expect(claimsOf(two)).toHaveCount(2);
  await one.context().request.delete(`/api/v1/claims/${claim.id}`);
  await expect(claimsOf(two)).toHaveCount(1);
  await expect(two.getByText("This claim is not here any more")).toBeVisible();

  await one.context().request.delete(`/api/v1/documents/${document.documentId}`);
  await expect(two.getByRole("alert").filter({ hasText: "This document was deleted." })).toBeVisible();
});

test("what would move the text under one's hands waits behind a chip, and nothing typed is touched", async ({ signedIn, expectAccessible }) => {
  const [one, two] = [await signedIn("reviewer"), await signedIn("second")];
  const document = await bringInHarbour(one);
  const claim = await markInHarbour(one, document, "built in 1880");
  await follow(two, `${document.address}?claim=${claim.id}`);
  const rationale = two.getByRole("textbox", { name: /Rationale|Why/i }).first();
  await rationale.fill("The foundation stone says 1880.");
  const evidence = { stance: "supports", quote: "Built in 1880.", source: { title: "City archive" } };
  await one.context().request.post(`/api/v1/claims/${claim.id}/evidence`, { data: evidence });
  const chip = two.getByRole("button", { name: "1 update" });
  await expect(chip).toBeVisible();
  await expect(two.getByText("City archive")).toBeHidden();
  await expect(rationale).toBeFocused();
  await expectAccessible(two);
  await chip.click();
  await expect(two.getByText("City archive")).toBeVisible();
  await expect(rationale).toHaveValue("The foundation stone says 1880.");
  await expect(chip).toBeHidden();
});

test("one sees who else is here, at which claim and at which words, until they leave", async ({ signedIn, expectAccessible }) => {
  const [one, two] = [await signedIn("reviewer"), await signedIn("second")];
  const document = await bringInHarbour(one);
  const claim = await markInHarbour(one, document, "built in 1880");
  await follow(one, document.address);
  await expect(one.getByRole("button", { name: /^Here now/ })).toBeHidden();
  await follow(two, `${document.address}?claim=${claim.id}`);
  const here = one.getByRole("button", { name: "Here now: Lukas Brandt" });
  await expect(here).toBeVisible();
  await expect(claimsOf(one).first()).toContainText("Open at Lukas Brandt");
  await two.getByText("Nobody remembers who paid for it.").selectText();
  await expect(one.locator(".reader-other", { hasText: "Lukas Brandt" })).toBeVisible();
  await here.click();
  await expect(one.getByRole("dialog", { name: "Here now" }).getByRole("button", { name: "Claim 1" })).toBeVisible();
  await expectAccessible(one);
  await one.getByRole("checkbox", { name: "Show what others select" }).uncheck();
  await expect(one.locator(".reader-other")).toBeHidden();
  await one.keyboard.press("Escape");
  await two.close();
  await expect(here).toBeHidden({ timeout: 15_000 });
});

test("the tabs of a browser share one stream, and the next takes over when the first goes", async ({ signedIn }) => {
  const one = await signedIn("reviewer");
  const documents = [await bringInHarbour(one), await bringInHarbour(one)] as const;
  const context = one.context();
  const streams: string[] = [];
  context.on("request", (request) => {
    if (request.url().includes("/api/v1/events?")) streams.push(request.url());
  });
  await follow(one, documents[0].address);
  const tabs = [one];
  for (let count = 1; count < 8; count += 1) {
    const tab = await context.newPage();
    await tab.goto((count % 2 === 0 ? documents[0] : documents[1]).address);
    await expect(tab.getByText("No claims here")).toBeVisible();
    tabs.push(tab);
  }
  const sharing = () =>
    Promise.all(tabs.map((tab) => tab.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.includes("/api/v1/events?")).length)));
  await expect.poll(() => streams.at(-1)).toContain(documents[1].documentId);
  expect(streams.at(-1)).toContain(documents[0].documentId);
  await markInHarbour(one, documents[0], "built in 1880");
  await markInHarbour(one, documents[1], "dredged twice");
  for (const tab of tabs) await expect(claimsOf(tab)).toHaveCount(1);
  expect((await sharing()).slice(1)).toEqual([0, 0, 0, 0, 0, 0, 0]);

  await one.close();
  tabs.shift();
  const [next] = tabs;
  if (!next) throw new Error("There is no other tab.");
  await expect.poll(() => streams.length).toBeGreaterThan(2);
  await markInHarbour(next, documents[0], "Nobody remembers");
  await markInHarbour(next, documents[1], "Nobody remembers");
  for (const tab of tabs) await expect(claimsOf(tab)).toHaveCount(2);
});

test("whoever has no connection hears what was missed once it is there", async ({ signedIn }) => {
  const [one, two] = [await signedIn("reviewer"), await signedIn("second")];
  const document = await bringInHarbour(one);
  let refused = 0;
  await two.route("**/api/v1/events?**", (route) => {
    refused += 1;
    return route.fulfill({ status: 503 });
  });
  await two.goto(document.address);
  await expect.poll(() => refused).toBeGreaterThan(1);
  await markInHarbour(one, document, "built in 1880");
  await expect(two.getByText("No claims here")).toBeVisible();
  await two.unroute("**/api/v1/events?**");
  await expect(claimsOf(two)).toHaveCount(1);
});

test("a correction of the text is announced, and the text that one reads stays", async ({ signedIn }) => {
  const [one, two] = [await signedIn("reviewer"), await signedIn("second")];
  const document = await bringInHarbour(one);
  await follow(two, document.address);
  await expect(two.getByText("No claims here")).toBeVisible();
  const blocks = HARBOUR.split("\n\n").map((text) => ({ type: "paragraph", text: text.replace("1880", "1881") }));
  const answer = await one.context().request.post(`/api/v1/documents/${document.documentId}/revisions`, { data: { base: 1, blocks } });
  expect(answer.status()).toBe(201);
  await expect(two.getByText("The text was corrected (revision 2). You still see revision 1.")).toBeVisible();
  await expect(two.getByText("built in 1880")).toBeVisible();
  await two.getByRole("button", { name: "Show the new text" }).click();
  await expect(two.getByText("built in 1881")).toBeVisible();
});

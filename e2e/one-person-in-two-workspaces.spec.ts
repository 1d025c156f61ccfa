import { expect, test } from "./fixtures";

const TEXT = "The ferry was never late, said the mayor.";

test("somebody makes a workspace and goes there; what another tab writes is kept, and goes nowhere else; an invitation adds a workspace", async ({
  signedIn,
  expectAccessible,
}) => {
  const admin = await signedIn("admin");
  await admin.goto("/documents/new");
  const { items } = await (await admin.request.get("/api/v1/documents")).json();
  const document = items[0];
  await admin.getByRole("textbox", { name: "Text", exact: true }).fill(TEXT);

  // In another tab of the same browser.
  const other = await admin.context().newPage();
  await other.goto("/documents");
  const account = other.getByRole("button", { name: /^Account:/ });
  await account.click();
  await expect(other.getByRole("menuitemradio", { name: "Foreign desk" })).toHaveCount(0);
  await other.getByRole("menuitem", { name: "New workspace…" }).click();
  await other.getByLabel("Name").fill("Academy");
  await other.getByRole("button", { name: "Make the workspace" }).click();
  await expect(account).toHaveAccessibleName(/Academy/);
  await expect(
    other
      .getByText("Bring in your first text", { exact: false })
      .or(other.getByRole("heading", { name: "Documents" }))
      .first(),
  ).toBeVisible();

  // The first tab stands where it stood: it says so, and the server takes nothing of it.
  const question = admin.getByRole("alertdialog", { name: "You are in Academy now" });
  await expect(question).toContainText("This page belongs to Foreign desk");
  await expectAccessible(admin);
  const here = (await (await admin.request.get("/api/v1/account/workspaces")).json()).items;
  const idOf = (name: string): string => here.find((each: { name: string; id: string }) => each.name === name)?.id;
  const strayed = await admin.request.post("/api/v1/documents", {
    headers: { "Workspace-Id": idOf("Foreign desk") },
    data: { title: "Strayed", source: { kind: "paste", text: TEXT } },
  });
  expect([strayed.status(), (await strayed.json()).code]).toEqual([409, "elsewhere"]);
  expect((await (await admin.request.get("/api/v1/documents")).json()).items).toEqual([]);

  // A link to what is in the other workspace leads there; to who is no member it is nothing.
  expect((await other.goto(`/documents/${document.id}`))?.status()).toBe(404);
  await expect(other.getByRole("heading", { name: "This document is in Foreign desk" })).toBeVisible();
  await expectAccessible(other);

  await question.getByRole("button", { name: "Back to Foreign desk" }).press("Enter");
  await expect(question).toBeHidden();
  await expect(admin.getByRole("textbox", { name: "Text", exact: true })).toHaveValue(TEXT);
  await expect(other.getByRole("alertdialog", { name: "You are in Foreign desk now" })).toBeVisible();
  await other.getByRole("button", { name: "Open Foreign desk" }).click();
  await expect(other.getByRole("link", { name: document.title }).first()).toBeVisible();

  // By keyboard, from the menu.
  await account.press("Enter");
  await expect(other.getByRole("menuitemradio", { name: "Foreign desk" })).toBeChecked();
  await other.getByRole("menuitemradio", { name: "Academy" }).first().press("Enter");
  await expect(account).toHaveAccessibleName(/Academy/);
  const { path } = await (await other.request.post("/api/v1/invitations", { data: { role: "editor" } })).json();

  const second = await signedIn("second");
  expect((await second.goto(`/instance`))?.status()).toBe(200);
  await expect(second.getByRole("heading", { name: "Your role does not open this page" })).toBeVisible();
  await second.goto(path);
  await expect(second.getByRole("heading", { name: "Join Academy" })).toBeVisible();
  await expect(second.getByText("You are signed in as")).toContainText("Lukas Brandt");
  await expectAccessible(second);
  await second.getByRole("button", { name: "Join the workspace" }).click();
  await expect(second.getByRole("button", { name: /^Account:.*Academy/ })).toBeVisible();

  // Who runs the instance closes it: nobody is in it any more.
  await other.goto("/documents");
  await admin.request.put("/api/v1/account/workspace", { data: { workspaceId: idOf("Foreign desk") } });
  await other.goto("/instance");
  await other.getByRole("button", { name: "Close Academy" }).click();
  await other.getByRole("button", { name: "Close the workspace" }).click();
  await expect(other.getByRole("row", { name: /^Academy/ })).toContainText("Closed");
  await second.goto("/documents");
  await expect(second.getByRole("link", { name: document.title }).first()).toBeVisible();
});

test("an admin makes a scale by keyboard, and documents that began with the one before keep theirs", async ({ signedIn, expectAccessible }) => {
  const admin = await signedIn("admin");
  await admin.goto("/settings/scales");
  await admin.getByRole("button", { name: "New scale…" }).click();
  await admin.getByRole("dialog").getByLabel("Name").fill("House scale");
  await admin.getByLabel("Copy of").selectOption({ label: "Three-way (CLEF)" });
  await admin.getByRole("button", { name: "Make the scale" }).click();
  await expect(admin.getByRole("heading", { name: "House scale", level: 1 })).toBeVisible();

  const labels = admin
    .getByRole("list")
    .filter({ has: admin.getByRole("heading", { name: "HALF-TRUE" }) })
    .getByRole("listitem");
  await labels.nth(0).getByRole("textbox", { name: "Name" }).fill("Right");
  await labels.nth(0).getByRole("textbox", { name: "Name" }).press("Alt+ArrowDown");
  await expect(admin.getByRole("status").filter({ hasText: "Right is at place 2 of 3." })).toHaveCount(1);
  await expect(labels.nth(1).getByRole("heading")).toHaveText("Right");
  await expect(admin.getByRole("region", { name: "On a dark page" })).toContainText("Right");
  await labels.nth(0).getByRole("textbox", { name: "Number" }).fill("3");
  await expect(admin.getByText("have the same number (3)")).toBeVisible();
  await labels.nth(0).getByRole("textbox", { name: "Number" }).fill("2");
  await expectAccessible(admin);
  await admin.getByRole("button", { name: "Save the scale" }).click();
  await expect(admin.getByText("Version 2. No document uses it yet")).toBeVisible();

  // What uses it keeps it.
  const { items } = await (await admin.request.get("/api/v1/scales")).json();
  const { id: scaleId } = items.findLast(({ name }: { name: string }) => name === "House scale");
  const made = await admin.request.post("/api/v1/documents", { data: { title: "The ferry", scaleId, source: { kind: "paste", text: TEXT } } });
  expect(made.status()).toBe(201);
  await admin.reload();
  await expect(admin.getByText("1 document judged on version 2 keep it")).toBeVisible();
  await admin.getByRole("button", { name: "Offer HALF-TRUE no more" }).click();
  await admin.getByRole("button", { name: "Save the scale" }).click();
  await expect(admin.getByText("Version 3. No document uses it yet")).toBeVisible();
  const { document } = await (await admin.request.get(`/api/v1/documents/${(await made.json()).id}`)).json();
  expect(document.scale.labels.filter(({ retired }: { retired: boolean }) => !retired)).toHaveLength(3);
  await admin.goto("/settings/scales");
  await expect(admin.getByText("Version 3 · 0 documents, 1 on earlier versions")).toBeVisible();
});

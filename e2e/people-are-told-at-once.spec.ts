import { expect, test } from "./fixtures";

const TITLE = "The lamp at the harbour";

test("whoever is named hears of it at once, opens the comment, and is not told any more after switching it off", async ({ signedIn, expectAccessible }) => {
  const editor = await signedIn("editor");
  await editor.goto("/profile");
  const bell = editor.getByRole("banner").getByRole("button", { name: /^Notifications/ });
  await bell.click();
  const panel = editor.getByRole("dialog", { name: "Notifications" });
  await expect(panel.getByRole("heading", { name: "Notifications" })).toBeVisible();
  await editor.request.put("/api/v1/notifications/read", { data: {} });
  await expect(bell).toHaveAccessibleName("Notifications");
  await expectAccessible(editor);
  await editor.keyboard.press("Escape");
  await expect(bell).toBeFocused();

  const second = await signedIn("second");
  const made = await second.request.post("/api/v1/documents", {
    data: { title: TITLE, kind: "article", source: { kind: "paste", text: "The lamp at the harbour was lit in 1904. It burned until the war." } },
  });
  const { id } = await made.json();
  const say = (body: string) => second.request.post(`/api/v1/documents/${id}/threads`, { data: { documentId: id, body } });
  await say("Who has the log of the keeper, @Efua Darko?");

  // No page of the document is open there, and nothing is reloaded.
  await expect(bell).toHaveAccessibleName("Notifications: 1 unread");
  await bell.press("Enter");
  const row = panel.getByRole("listitem").filter({ hasText: TITLE });
  await expect(row).toContainText("Lukas Brandt names you");
  await expect(row).toContainText("Who has the log of the keeper");
  await expectAccessible(editor);
  await row.getByRole("link").press("Enter");
  await expect(editor.getByRole("region", { name: "Discussion" }).getByText("Who has the log of the keeper")).toBeInViewport();
  await expect(bell).toHaveAccessibleName("Notifications");

  // What is seen where it was said is read without the bell.
  await say("And the one after, @Efua Darko?");
  await expect(bell).toHaveAccessibleName("Notifications: 1 unread");
  await expect(bell).toHaveAccessibleName("Notifications");

  await editor.goto("/profile#notifications");
  const inPage = editor.getByRole("checkbox", { name: "A comment names you: in the page" });
  await expect(editor.getByText("This installation sends no e-mail")).toBeVisible();
  await inPage.uncheck();
  await expect(editor.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  await expectAccessible(editor);
  await say("Nobody, @Efua Darko?");
  // A discussion that one takes part in rings as before: when it has, the other was looked at.
  const thread = await (await editor.request.post(`/api/v1/documents/${id}/threads`, { data: { documentId: id, body: "I have it." } })).json();
  await second.request.post(`/api/v1/threads/${thread.id}/comments`, { data: { threadId: thread.id, body: "Thank you." } });
  await expect(bell).toHaveAccessibleName("Notifications: 1 unread");
  await bell.click();
  await expect(panel.getByRole("listitem").filter({ hasText: "Lukas Brandt replied" })).toContainText("Thank you.");
  await expect(panel.getByText("Nobody, @Efua Darko?")).toHaveCount(0);
  await panel.getByRole("button", { name: "Mark all as read" }).click();
  await expect(bell).toHaveAccessibleName("Notifications");

  await editor.reload();
  await expect(inPage).not.toBeChecked();
  await inPage.check();
  await expect(editor.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
});

test("readers have no bell, and are told of nothing", async ({ signedIn }) => {
  const reader = await signedIn("reader");
  await reader.goto("/documents");
  await expect(reader.getByRole("banner").getByRole("button", { name: /^Notifications/ })).toHaveCount(0);
  const answer = await reader.request.get("/api/v1/notifications");
  expect(await answer.json()).toEqual({ items: [], next: null, unread: 0 });
});

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { harbourWithClaim, statementOf, storedClaim } from "./harbour";

test("two people change one statement: the second sees both texts and loses neither", async ({ signedIn }) => {
  const one = await signedIn("reviewer");
  const two = await signedIn("second");
  const harbour = await harbourWithClaim(one);
  const { address } = harbour;
  await Promise.all([one.goto(address), two.goto(address)]);
  await expect(statementOf(one)).toHaveValue("built in 1880");
  await expect(statementOf(two)).toHaveValue("built in 1880");

  // The second writes too before hearing of the first: that request is held up on its way.
  let arrive: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await two.route("**/api/v1/claims/**", async (route) => {
    if (route.request().method() === "PATCH") await held;
    await route.continue();
  });
  const leaving = two.waitForRequest((request) => request.method() === "PATCH");
  await statementOf(two).fill("The harbour was finished in 1880.");
  await leaving;
  await statementOf(one).fill("The harbour was built in 1880 by the city.");
  await expect(one.getByText("Saved", { exact: true })).toBeVisible();
  await expect.poll(async () => (await storedClaim(one, harbour)).statement).toBe("The harbour was built in 1880 by the city.");

  arrive();
  const conflict = two
    .getByRole("group", { name: /conflict|changed/i })
    .or(two.getByText(/Someone else changed/i))
    .first();
  await expect(conflict).toBeVisible();
  await two.getByRole("button", { name: /Keep mine/i }).click();
  await expect.poll(async () => (await storedClaim(two, harbour)).statement).toBe("The harbour was finished in 1880.");
});

test("whoever takes the other's words finds the own ones in the history, and a merge can be written from both", async ({ signedIn, expectAccessible }) => {
  const one = await signedIn("reviewer");
  const two = await signedIn("second");
  const harbour = await harbourWithClaim(one);
  const { address } = harbour;
  await Promise.all([one.goto(address), two.goto(address)]);
  await expect(statementOf(two)).toHaveValue("built in 1880");
  let held = Promise.resolve();
  await two.route("**/api/v1/claims/**", async (route) => {
    if (route.request().method() === "PATCH") await held;
    await route.continue();
  });
  const both = async (theirs: string, mine: string) => {
    let arrive: () => void = () => undefined;
    held = new Promise<void>((resolve) => (arrive = resolve));
    const leaving = two.waitForRequest((request) => request.method() === "PATCH");
    await statementOf(two).fill(mine);
    await leaving;
    await statementOf(one).fill(theirs);
    await expect.poll(async () => (await storedClaim(one, harbour)).statement).toBe(theirs);
    arrive();
  };

  await both("The harbour was built in 1880 by the city.", "The harbour was finished in 1880.");
  const conflict = two.getByRole("group", { name: "Conflict: Statement" });
  await expect(conflict.getByRole("definition").filter({ hasText: "by the city" })).toBeVisible();
  await expect(conflict.getByRole("definition").filter({ hasText: "finished" })).toBeVisible();
  await expectAccessible(two);
  await conflict.getByRole("button", { name: "Take theirs" }).click();
  await expect(statementOf(two)).toHaveValue("The harbour was built in 1880 by the city.");
  const history = async () => JSON.stringify(await (await two.context().request.get(`/api/v1/claims/${harbour.claimId}/events`)).json());
  await expect.poll(history).toContain("The harbour was finished in 1880.");

  await both("The harbour was built in 1880 by the state.", "The harbour was built in the year 1880 by the city.");
  await conflict.getByRole("button", { name: "Write a merge" }).click();
  await conflict.getByRole("textbox").fill("The harbour was built in the year 1880 by the state.");
  await conflict.getByRole("button", { name: "Use this" }).click();
  await expect.poll(async () => (await storedClaim(two, harbour)).statement).toBe("The harbour was built in the year 1880 by the state.");
});

test("one writes the justification at a time; the other sees who does, and can take over", async ({ signedIn, expectAccessible }) => {
  const [one, two] = [await signedIn("editor"), await signedIn("admin")];
  const harbour = await harbourWithClaim(one);
  const { address } = harbour;
  const ready = (page: Page) => page.waitForResponse((response) => response.url().includes("/presence"));
  await Promise.all([ready(one), ready(two), one.goto(address), two.goto(address)]);
  const justification = (page: Page) => page.getByRole("textbox", { name: "Justification for readers" });
  await justification(one).fill("The foundation stone says so.");
  await expect(two.getByText("Efua Darko is writing here.")).toBeVisible();
  await expect(justification(two)).not.toBeEditable();
  await expectAccessible(two);
  await two.getByRole("button", { name: "Take over" }).click();
  await expect(justification(two)).toBeEditable();
  await expect(one.getByText("Noor Haddad is writing here.")).toBeVisible();
  await expect(justification(one)).not.toBeEditable();
  await expect(justification(one)).toHaveValue("The foundation stone says so.");
});

test("what is typed survives an unreachable server and a reload", async ({ signedIn }) => {
  const page = await signedIn("reviewer");
  const harbour = await harbourWithClaim(page);
  await page.goto(harbour.address);
  await expect(statementOf(page)).toHaveValue("built in 1880");
  await page.route("**/api/v1/claims/**", (route) =>
    route.request().method() === "PATCH" ? route.fulfill({ status: 503, contentType: "text/html", body: "<h1>Proxy</h1>" }) : route.continue(),
  );
  await statementOf(page).fill("The harbour was built in 1880, says the plaque.");
  await expect(page.getByText(/Failed|Offline|Not saved/i).first()).toBeVisible();

  // The browser warns before it leaves; whoever leaves all the same finds the text again.
  page.on("dialog", (dialog) => void dialog.accept());
  await page.unroute("**/api/v1/claims/**");
  await page.reload();
  await expect(statementOf(page)).toHaveValue("The harbour was built in 1880, says the plaque.");
  await expect.poll(async () => (await storedClaim(page, harbour)).statement).toBe("The harbour was built in 1880, says the plaque.");
});

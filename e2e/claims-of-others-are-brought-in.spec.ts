import { expect, test } from "./fixtures";

const TEXT = `The harbour was built in 1880. It has been dredged twice since, says the city.

The mayor said that traffic doubled last year. In the council the mayor said that traffic doubled last year.`;

const TABLE = `quote,statement,verdict,source_url,source_title,stance,note,said_on
The harbour was built in 1880.,The harbour dates from 1880.,True,https://archive.example/harbour,City archive,supports,See the plaque.,1990-05-01
traffic doubled last year,Traffic doubled.,,,,,,31.31.2020
The lighthouse has been dark since the war ended,,,,,,,`;

test("a table of claims is looked at, brought in, settled, and adds nothing a second time", async ({ signedIn, expectAccessible }) => {
  const page = await signedIn("reviewer");
  const api = page.context().request;
  const { id } = await (
    await api.post("/api/v1/documents", { data: { title: "The harbour, with claims of others", source: { kind: "paste", text: TEXT } } })
  ).json();
  await page.goto(`/documents/${id}`);
  await page.getByRole("button", { name: "Document", exact: true }).click();
  await page.getByRole("menuitem", { name: "Bring in claims" }).click();
  await expect(page.getByRole("heading", { name: "Bring in claims" })).toBeVisible();
  await expectAccessible(page);

  const file = { name: "claims.csv", mimeType: "text/csv", buffer: Buffer.from(TABLE) };
  await page.locator("input[type=file]").setInputFiles(file);
  await expect(page.getByRole("heading", { name: "3 claims in the file" })).toBeVisible();
  await page.getByText("1 thing in the file could not be taken as it is").click();
  await expect(page.getByRole("list", { name: "What could not be taken" })).toContainText("Row 3, said_on");
  await expectAccessible(page);
  // A dry run writes nothing.
  expect((await (await api.get(`/api/v1/documents/${id}/claims`)).json()).claims).toEqual([]);

  await page.getByRole("radio", { name: "Not found 1" }).click();
  await expect(page.getByRole("list", { name: "Claims" }).getByRole("listitem").first()).toContainText("The lighthouse");
  await expect(page.getByRole("checkbox", { name: "Bring in Row 4" })).toBeDisabled();
  await page.getByRole("checkbox", { name: /not in the text/ }).check();
  await expect(page.getByRole("checkbox", { name: "Bring in Row 4" })).toBeChecked();
  await page.getByRole("button", { name: "Bring in 3 claims" }).click();
  await expect(page.getByRole("heading", { name: "3 claims brought in from claims.csv" })).toBeFocused();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Settle what is in doubt" }).click();
  await expect(page.getByText("1 of 2")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Brought in with the quote" })).toBeVisible();
  const { claims } = await (await api.get(`/api/v1/documents/${id}/claims`)).json();
  expect(claims).toMatchObject([{ statement: "The harbour dates from 1880.", state: "researching" }, { statement: "Traffic doubled." }, {}]);
  const { evidence, ruling } = await (await api.get(`/api/v1/claims/${claims[0].id}`)).json();
  expect({ evidence, ruling }).toMatchObject({ evidence: [{ stance: "supports", source: { title: "City archive" } }], ruling: null });

  await page.goto(`/documents/${id}/bring-in`);
  await page.locator("input[type=file]").setInputFiles(file);
  await expect(page.getByText("Nothing of it would be brought in.")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Already there 3" })).toBeVisible();
});

test("a debate becomes a document with its claims, and a request that is sent twice is done once", async ({ signedIn, expectAccessible }) => {
  const page = await signedIn("reviewer");
  const api = page.context().request;
  const debate = "1\tANN\tThe harbour is full.\t1\tThe harbour has no berth left.\tTRUE\n2\tBEN\tIt is not.\tN/A\tN/A\tN/A";
  await page.goto("/documents/new");
  await page.locator("input[type=file]").setInputFiles({ name: "debate.tsv", mimeType: "text/tab-separated-values", buffer: Buffer.from(debate) });
  await expect(page.getByText("The 1 claim in it comes along")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Title").fill("A debate about the harbour");
  await page.getByRole("button", { name: "Bring in" }).click();
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}$/);
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const { document, claims } = await (await api.get(`/api/v1/documents/${id}`)).json();
  expect({ kind: document.kind, claims }).toMatchObject({ kind: "transcript", claims: [{ statement: "The harbour has no berth left." }] });

  const data = { source: { kind: "paste", text: "quote\nIt is not." }, revisionId: document.revision.id };
  const once = () => api.post(`/api/v1/documents/${id}/claims/import`, { data, headers: { "Idempotency-Key": "the-same-request-twice" } });
  const [first, second] = [await once(), await once()];
  expect([first.status(), second.status()]).toEqual([201, 201]);
  expect(await second.json()).toEqual(await first.json());
  expect((await (await api.get(`/api/v1/documents/${id}/claims`)).json()).claims).toHaveLength(2);
});

test("readers do not bring in claims, and what cannot be read is refused in a sentence", async ({ signedIn }) => {
  const [reader, reviewer] = [await signedIn("reader"), await signedIn("reviewer")];
  const api = reviewer.context().request;
  const { id } = await (await api.post("/api/v1/documents", { data: { title: "The harbour, unreadable", source: { kind: "paste", text: TEXT } } })).json();
  await reader.goto(`/documents/${id}/bring-in`);
  await expect(reader.getByRole("heading", { name: "Your role does not open this page" })).toBeVisible();
  await reviewer.goto(`/documents/${id}/bring-in`);
  const pasted = reviewer.getByLabel("Or paste what is in it");
  await pasted.fill('{"rows": [');
  await reviewer.getByRole("button", { name: "See what it would add" }).click();
  await expect(reviewer.getByRole("alert").filter({ hasText: "not complete JSON" })).toBeVisible();
  // What was pasted is not lost with the page.
  await reviewer.reload();
  await expect(pasted).toHaveValue('{"rows": [');
});

import { chromium, type Browser, type BrowserContext } from "playwright";
import { findBrowser } from "../../scripts/bootstrap/browser.mjs";
import { createMember, PASSWORD } from "../../prisma/factories";
import { claimedDocument } from "../claimed-document";
import { startServer } from "./server";
import { floorInteraction, interactions, openings, type Interactions, type Steps, type Visit } from "./visit";

interface Size {
  words: number;
  claims: number;
  /** How many times slower than it is the processor is made. */
  slowDown: number;
}

interface Job extends Size {
  email: string;
  documentId: string;
}

const SIZES: readonly Size[] = [
  { words: 500, claims: 30, slowDown: 1 },
  { words: 500, claims: 30, slowDown: 4 },
  { words: 100_000, claims: 5000, slowDown: 4 },
  { words: 100_000, claims: 10_000, slowDown: 4 },
];
const ROUNDS = 7;

interface Figure extends Size {
  visit: Visit;
  longest: Interactions;
  steps: Steps;
}

/** Opens and uses the workbench of the production build in Chromium. The short text is the floor of the long ones. */
export async function runWorkbench(): Promise<{ table: string; figures: unknown }> {
  const jobs: Job[] = [];
  const server = await startServer(async (prisma) => {
    for (const size of SIZES) {
      // Each by somebody else: the limits of the interface are a person's.
      const actor = await createMember(prisma, { role: "editor" });
      jobs.push({ ...size, email: actor.email, documentId: (await claimedDocument(prisma, actor, size)).id });
    }
  });
  const executablePath = await findBrowser();
  const browser = await chromium.launch({ args: ["--no-sandbox", "--disable-background-networking"], ...(executablePath ? { executablePath } : {}) });
  const figures: Figure[] = [];
  try {
    for (const { email, documentId, ...size } of jobs) {
      const context = await signedIn(browser, server.address, email);
      const visit = await openings(context, `/documents/${documentId}`, size.slowDown, ROUNDS);
      const floor = await floorInteraction(context, size.slowDown);
      const { longest, steps } = await interactions(context, `/documents/${documentId}`, size.slowDown);
      figures.push({ ...size, visit, longest: { "40 keys on a page that only counts them": floor, ...longest }, steps });
      await context.close();
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  return { table: tableOf(figures), figures };
}

async function signedIn(browser: Browser, baseURL: string, email: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/documents/);
  await page.close();
  return context;
}

function tableOf(figures: readonly Figure[]): string {
  const columns = figures.map(
    ({ words, claims, slowDown }) => `${words.toLocaleString("en")} words, ${claims.toLocaleString("en")} claims, ${String(slowDown)} ×`,
  );
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  const line = (name: string, value: (figure: Figure) => string) => [name, ...figures.map(value)];
  const rows = [
    line("text readable", ({ visit }) => ms(visit.readable)),
    line("interactive, claims listed", ({ visit }) => ms(visit.interactive)),
    line("script of the page, compressed", ({ visit }) => `${(visit.script / 1000).toFixed(0)} kB`),
    ...Object.keys(figures[0]?.longest ?? {}).map((name) => line(name, ({ longest }) => ms(longest[name] ?? 0))),
    line("memory after 100 and 1,100 J", ({ steps }) => `${mb(steps.before)}, ${mb(steps.after)}`),
    line("rows in the list, nodes in the page", ({ steps }) => `${String(steps.rows)}, ${String(steps.nodes)}`),
  ];
  return [["", ...columns], ["", ...columns].map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

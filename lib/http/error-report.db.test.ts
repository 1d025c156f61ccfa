import { NextRequest } from "next/server";
import { beforeAll, expect, it } from "vitest";
import { adoptDatabase } from "@/lib/db/client";
import { freshDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { PEER_HEADER } from "./client-ip";
import { sendErrorReport } from "./error-report";
import { countUse } from "./limits";

beforeAll(async () => adoptDatabase(await freshDatabase()));

const ADDRESS = "192.0.2.77";

function send(slug: string, search = ""): Promise<Response> {
  const headers = { "sec-fetch-site": "same-origin", [PEER_HEADER]: ADDRESS, "content-type": "application/x-www-form-urlencoded" };
  const body = new URLSearchParams({ reason: "other", note: "The minutes of 1881 say otherwise." });
  const request = new NextRequest(new URL(`/p/${encodeURIComponent(slug)}/report${search}`, env.APP_URL), { method: "POST", headers, body: body.toString() });
  return sendErrorReport(request, { params: Promise.resolve({ slug }) });
}

it("finds no claim behind what is no number, and no page behind what is no name", async () => {
  for (const search of ["", "?claim=", "?claim=abc", "?claim=1e0", "?claim=01"]) expect((await send("nowhere", search)).status, search).toBe(404);
  expect((await send("\0")).status).toBe(404);
});

it("refuses what is too much without keeping others at the address from signing in", async () => {
  for (let sent = 0; sent < 30; sent += 1) await send("nowhere");
  await expect(countUse("errorReports", ADDRESS)).rejects.toMatchObject({ code: "rate_limited" });
  await expect(countUse("tokenByAddress", ADDRESS)).resolves.toBeUndefined();
});

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { processFigures } from "@/lib/queries/measures";
import { watchRequests } from "./watch-requests";

it("counts what any server of the process answers, but not what the API counts itself", async () => {
  watchRequests();
  const server = createServer((request, response) => response.writeHead(request.url === "/nothing" ? 404 : 200).end("a page"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`; // as that of a TCP server is
  const counted = () => ["2xx", "4xx"].map((status) => processFigures().requests.get(status) ?? 0);
  const [pages = 0, nothing = 0] = counted();
  for (const path of ["/documents", "/p/a-page", "/nothing", "/api/v1/documents", "/_next/static/chunk.js"])
    await fetch(origin + path, { headers: { connection: "close" } }).then((answer) => answer.text());
  await new Promise((resolve) => server.close(resolve));
  expect(counted()).toEqual([pages + 2, nothing + 1]);
});

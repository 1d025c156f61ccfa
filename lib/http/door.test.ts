import { subscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { rememberSession } from "@/lib/auth/known-sessions";
import { keepDoor, stepAside } from "./door";

it("lets each wait for their own requests, by session where the cookie is genuine and by address otherwise", async () => {
  keepDoor();
  rememberSession("genuine", "one", Date.now() + 60_000);
  rememberSession("over", "two", Date.now() - 1);
  const arrived = new Set<string>();
  const gone = new Set<string>();
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }; // as Node documents it
    arrived.add(request.url ?? "");
    response.once("close", () => gone.add(request.url ?? ""));
  });
  const inWork = new Map<string, ServerResponse>();
  const server = createServer((request, response) => {
    inWork.set(request.url ?? "", response);
    if (request.url?.includes("stream")) stepAside();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port
  const answered: Promise<unknown>[] = [];
  const asked: ReturnType<typeof get>[] = [];
  const ask = (path: string, cookie = "") => {
    const request = get({ host: "127.0.0.1", port, path, headers: { cookie }, agent: false });
    asked.push(request);
    answered.push(once(request, "response").catch(() => null));
  };
  const begun = () => [...inWork.keys()].sort();
  for (let index = 0; index < 5; index += 1) ask(`/mine/${String(index)}`, "a=b; next-auth.session-token=genuine");
  await expect.poll(() => begun().length).toBe(3);
  // Cookies that were made up, or have ended, give no line of one's own.
  for (let index = 0; index < 3; index += 1)
    ask(`/address/${String(index)}`, index === 0 ? "next-auth.session-token=over" : `next-auth.session-token=made-up-${String(index)}`);
  await expect.poll(() => begun().length).toBe(6);
  ask("/address/3");
  ask("/api/health/live");
  await expect.poll(begun).toContain("/api/health/live");
  expect(begun()).not.toContain("/address/3");
  expect(begun().filter((path) => path.startsWith("/mine"))).toHaveLength(3);
  // A stream gives its turn back while it stays.
  inWork.get("/address/0")?.end();
  await expect.poll(begun).toContain("/address/3");
  ask("/address/stream");
  ask("/address/4");
  inWork.get("/address/1")?.end();
  await expect.poll(begun).toEqual(expect.arrayContaining(["/address/stream", "/address/4"]));
  // Given up while it waits, it is never begun.
  ask("/mine/5", "next-auth.session-token=genuine");
  await expect.poll(() => arrived.has("/mine/5")).toBe(true);
  asked.at(-1)?.destroy();
  await expect.poll(() => gone.has("/mine/5")).toBe(true);
  for (const path of begun().filter((each) => each.startsWith("/mine"))) inWork.get(path)?.end();
  await expect.poll(() => begun().filter((path) => path.startsWith("/mine")).length).toBe(5);
  for (const response of inWork.values()) response.end();
  await Promise.all(answered);
  expect(begun()).not.toContain("/mine/5");
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

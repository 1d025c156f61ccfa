import { once } from "node:events";
import { Agent, createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { endConnections, watchConnections } from "./connections";

it("lets a server end though somebody never stops asking on one connection, and answers what it has taken", async () => {
  watchConnections();
  const server = createServer((_, response) => void setTimeout(() => response.end("done"), 20));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = () =>
    new Promise<string>((resolve) => {
      get({ agent, host: "127.0.0.1", port }, (response) => {
        response.resume().once("end", () => resolve("answered"));
        response.once("error", () => resolve("cut"));
      }).once("error", ({ code }: NodeJS.ErrnoException) => resolve(code ?? "failed"));
    });
  const outcomes: string[] = [];
  let asked = true;
  const asking = (async () => {
    while (asked) outcomes.push(await ask());
  })();
  await expect.poll(() => outcomes.length).toBeGreaterThan(3);
  endConnections();
  await new Promise((resolve) => server.close(resolve));
  asked = false;
  await asking;
  expect(outcomes).toContain("answered");
  // Refused or reset before it was taken: the client may ask again. None was cut in the middle of its answer.
  expect(outcomes).not.toContain("cut");
  agent.destroy();
});

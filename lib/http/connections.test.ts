import { once } from "node:events";
import { Agent, createServer, get } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { expect, it } from "vitest";
import { endConnections, limitConnections, watchConnections } from "./connections";

/** A server that parts with the slow, and with whoever has more than two connections. */
async function limited(headersMs: number): Promise<{ open: () => Socket; close: () => void }> {
  const server = createServer({ connectionsCheckingInterval: 20 }, (_, response) => response.end("done"));
  limitConnections(server, { headersMs, perAddress: 2 });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    open: () =>
      connect(port, "127.0.0.1")
        .on("error", () => undefined)
        .resume(),
    close: () => server.close(),
  };
}

/** Whether the request of a connection is answered. */
async function answeredBy(socket: Socket): Promise<boolean> {
  let said = "";
  socket.on("data", (chunk: Buffer) => (said += chunk.toString()));
  socket.write("GET / HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n");
  await once(socket, "close");
  return said.startsWith("HTTP/1.1 200");
}

it("parts with somebody who sends a byte of a header now and then, and answers whoever asks in one go", async () => {
  const { open, close } = await limited(300);
  const slow = open();
  slow.write("GET / HTTP/1.1\r\nhost: here\r\nx-slow: ");
  const drip = setInterval(() => slow.write("a"), 10);
  await once(slow, "close");
  clearInterval(drip);
  await expect.poll(() => answeredBy(open()), { timeout: 20_000 }).toBe(true);
  close();
});

it("takes no more connections of one address than it may have, and new ones once others have ended", async () => {
  const { open, close } = await limited(60_000);
  const [first, second] = [open(), open()];
  await Promise.all([once(first, "connect"), once(second, "connect")]);
  const third = open();
  await once(third, "close");
  expect(third.bytesRead).toBe(0);
  first.destroy();
  await once(first, "close");
  await expect.poll(() => answeredBy(open()), { timeout: 20_000 }).toBe(true);
  second.destroy();
  close();
});

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

import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { env } from "@/lib/env";
import { keepToHttps } from "./secure-transport";

it("has browsers keep to https with every answer where people come by it, and with none where they come by http", async () => {
  const server = createServer((request, response) => response.writeHead(request.url === "/" ? 200 : 404, { "content-type": "text/plain" }).end());
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port
  const promises = () =>
    Promise.all(["", "none"].map(async (path) => (await fetch(`http://127.0.0.1:${String(port)}/${path}`)).headers.get("strict-transport-security")));
  env.APP_URL = "http://desk.example.org";
  keepToHttps();
  expect(await promises()).toEqual([null, null]);
  env.APP_URL = "https://desk.example.org";
  keepToHttps();
  expect(await promises()).toEqual(["max-age=31536000", "max-age=31536000"]);
  server.closeAllConnections();
  server.close();
});

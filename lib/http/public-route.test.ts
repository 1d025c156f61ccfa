import { NextRequest } from "next/server";
import { expect, it } from "vitest";
import { PEER_HEADER } from "./client-ip";
import { publicRoute } from "./public-route";

it("makes so many pages a minute for one address, gives what is ready without end, and makes them for others", async () => {
  let made = 0;
  const read = publicRoute(({ query }) =>
    Promise.resolve({
      state: query.get("x"),
      make: () => {
        made += 1;
        return { type: "text/plain", body: "A page" };
      },
    }),
  );
  const ask = (x: number, address: string) =>
    read(new NextRequest(`http://localhost:3000/p/page?x=${String(x)}`, { headers: { [PEER_HEADER]: address } }), { params: Promise.resolve({}) });
  for (let count = 0; count < 600; count += 1) expect((await ask(count, "192.0.2.1")).status).toBe(200);
  const refused = await ask(600, "192.0.2.1");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await refused.text()).toMatch(/^Too many requests\. Wait /);
  expect((await ask(599, "192.0.2.1")).status).toBe(200);
  expect((await ask(600, "192.0.2.2")).status).toBe(200);
  expect(made).toBe(601);
});

it("gives no page of one build for the same page of the next", async () => {
  const ask = async (build: string, known = "") => {
    const read = publicRoute(
      () => Promise.resolve({ state: "1", make: () => ({ type: "text/plain", body: `A page by ${build}` }) }),
      () => build,
    );
    const headers = { [PEER_HEADER]: "192.0.2.9", "if-none-match": known };
    return read(new NextRequest("http://localhost:3000/p/built", { headers }), { params: Promise.resolve({}) });
  };
  const etag = (await ask("first")).headers.get("etag") ?? "";
  expect((await ask("first", etag)).status).toBe(304);
  expect(await (await ask("second", etag)).text()).toBe("A page by second");
});

it("looks for nothing that a database cannot look for", async () => {
  const read = publicRoute(({ param, query }) =>
    Promise.resolve({ state: null, make: () => ({ type: "text/plain", body: `${param("slug")}|${query.get("workspace")}` }) }),
  );
  const request = new NextRequest("http://localhost:3000/p/%00?workspace=a%00b", { headers: { [PEER_HEADER]: "192.0.2.10" } });
  expect(await (await read(request, { params: Promise.resolve({ slug: "\0" }) })).text()).toBe("\ufffd|a\ufffdb");
});

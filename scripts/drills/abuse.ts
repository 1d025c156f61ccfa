import { request } from "node:http";

/* One person who asks for everything at once, on very many connections, as fast as it is answered: a process of its own, so that those who measure are not held up. */

const [address = "", cookie = "", email = "", documentId = "", connections = ""] = process.argv.slice(2);
const csrf = await signInToken();
const text = Array.from({ length: 400 }, (_, index) => `Paragraph ${String(index)} of a text that somebody brings in.`).join("\n\n");

const ATTACKS: (() => Promise<void>)[] = [
  () => ask("GET", `/api/v1/documents/${documentId}`),
  () => ask("POST", "/api/v1/sources", { title: "Again" }),
  () => ask("GET", `/api/v1/documents/${documentId}/export?format=html`),
  () => ask("POST", `/api/v1/documents/${documentId}/exports`, { format: "pdf" }),
  () => ask("POST", "/api/v1/imports/preview", { source: { kind: "paste", text } }),
  () => ask("GET", `/api/v1/events?documents=${documentId}:0`),
  () => ask("POST", "/api/auth/callback/credentials", { email, password: "a wrong password", csrfToken: csrf.token, json: "true" }, csrf.cookie),
];

const answers = new Map<number, number>();

/** Sends a request and reads a part of the answer; a stream stays open. */
function ask(method: string, path: string, body?: object, by = cookie): Promise<void> {
  const isForm = path.startsWith("/api/auth/");
  const sent = body === undefined ? undefined : isForm ? new URLSearchParams(body as Record<string, string>).toString() : JSON.stringify(body);
  const type = isForm ? "application/x-www-form-urlencoded" : "application/json";
  return new Promise((resolve) => {
    const asked = request(`${address}${path}`, { method, headers: { cookie: by, ...(sent === undefined ? {} : { "content-type": type }) } }, (response) => {
      const status = response.statusCode ?? 0;
      answers.set(status, (answers.get(status) ?? 0) + 1);
      response.resume();
      if (response.headers["content-type"]?.startsWith("text/event-stream")) resolve();
      else response.once("close", resolve);
    });
    asked.once("error", () => {
      answers.set(0, (answers.get(0) ?? 0) + 1);
      setTimeout(resolve, 100);
    });
    asked.end(sent);
  });
}

async function signInToken(): Promise<{ token: string; cookie: string }> {
  const response = await fetch(`${address}/api/auth/csrf`);
  const { csrfToken } = (await response.json()) as { csrfToken: string }; // next-auth's own answer
  return {
    token: csrfToken,
    cookie: response.headers
      .getSetCookie()
      .map((each) => each.split(";")[0])
      .join("; "),
  };
}

process.on("SIGTERM", () => {
  process.stdout.write(JSON.stringify(Object.fromEntries(answers)), () => process.exit(0));
});

for (let index = 0; index < Number(connections || ATTACKS.length); index += 1) {
  const attack = ATTACKS[index % ATTACKS.length];
  if (attack)
    void (async () => {
      for (;;) await attack();
    })();
}

import { request } from "node:http";
import type { Drill } from "./drill";
import { newStage } from "./stage";

/* Broken: somebody guesses a password, each time with another X-Forwarded-For. Must hold: refused after 25 tries, by 429 with how long to wait; another address signs in
   all the same. Judged by the answers; no proxy is trusted. */

const TRIES = 30;
const ALLOWED = 25;

interface Answer {
  status: number;
  retryAfter: number;
}

export const guessed: Drill = {
  name: "guessed",
  done: `${String(TRIES)} guesses at sign-in, each with another X-Forwarded-For`,
  run: async (report) => {
    const stage = await newStage({ people: 1 });
    try {
      await stage.start();
      const csrf = await fetch(`${stage.address}/api/auth/csrf`);
      const { csrfToken } = (await csrf.json()) as { csrfToken: string }; // next-auth's own answer
      const cookie = csrf.headers
        .getSetCookie()
        .map((each) => each.split(";")[0])
        .join("; ");
      const port = new URL(stage.address).port;
      const guess = (from: string, index: number) =>
        new Promise<Answer>((resolve, reject) => {
          const headers = { cookie, "content-type": "application/x-www-form-urlencoded", "x-forwarded-for": `198.51.100.${String(index)}` };
          const asked = request(
            { host: "127.0.0.1", port, localAddress: from, path: "/api/auth/callback/credentials", method: "POST", headers },
            (response) => {
              response.resume();
              resolve({ status: response.statusCode ?? 0, retryAfter: Number(response.headers["retry-after"] ?? 0) });
            },
          );
          asked.once("error", reject);
          asked.end(new URLSearchParams({ csrfToken, json: "true", email: `guess-${String(index)}@example.org`, password: "not the password" }).toString());
        });
      const answers: Answer[] = [];
      for (let index = 0; index < TRIES; index += 1) answers.push(await guess("127.0.0.1", index));
      const first = answers.findIndex(({ status }) => status === 429);
      report.hold(first === ALLOWED, `refused from try ${String(first + 1)} on`);
      const wait = answers.at(-1)?.retryAfter ?? 0;
      report.hold(wait > 0 && wait <= 300, `told to wait ${String(wait)} s`);
      const other = await guess("127.0.0.2", 99);
      report.hold(other.status === 401, `another address is heard (${String(other.status)})`);
    } finally {
      await stage.end();
    }
  },
};

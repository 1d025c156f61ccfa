import { afterEach, describe, expect, it } from "vitest";
import { adoptDatabase } from "@/lib/db/client";
import type { Database } from "@/lib/db/open";
import { env } from "@/lib/env";
import { noteRun } from "@/lib/jobs/runs";
import { countRequest } from "@/lib/queries/measures";
import { metricsAnswer } from "./metrics";
import { family } from "./prometheus";

const TOKEN = "a-token-of-the-test";
const asked = (authorization?: string) => metricsAnswer(new Headers(authorization === undefined ? {} : { authorization }));
afterEach(() => {
  env.METRICS_TOKEN = undefined;
});

/** The grammar of a line, as the format has it. */
const COMMENT = /^# (?:HELP [a-zA-Z_:][\w:]* .*|TYPE [a-zA-Z_:][\w:]* (?:counter|gauge|histogram))$/;
const SAMPLE =
  /^[a-zA-Z_:][\w:]*(?:\{[a-zA-Z_]\w*="(?:[^"\\\n]|\\[\\"n])*"(?:,[a-zA-Z_]\w*="(?:[^"\\\n]|\\[\\"n])*")*\})? (?:NaN|[+-]Inf|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/;

describe("metrics", () => {
  it("are not there without a token, and are kept from whoever does not bring it", async () => {
    expect((await asked(`Bearer ${TOKEN}`)).status).toBe(404);
    env.METRICS_TOKEN = TOKEN;
    for (const wrong of [undefined, "", TOKEN, `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`, "Bearer "]) expect((await asked(wrong)).status).toBe(401);
    expect((await asked("Bearer x")).headers.get("www-authenticate")).toMatch(/^Bearer/);
  });

  it("follow the format, also while the database is gone", async () => {
    env.METRICS_TOKEN = TOKEN;
    const gone = { prisma: { mail: { count: () => Promise.reject(new Error("gone")) } } };
    adoptDatabase(gone as unknown as Database); // nothing else of it is asked
    for (const [status, ms] of [
      [200, 3],
      [201, 30],
      [404, 300],
      [500, 30_000],
    ] as const)
      countRequest({ method: "GET", path: "/x", status, ms }, new Date());
    await noteRun("tidying", () => Promise.resolve());
    await noteRun("tidying", () => Promise.reject(new Error("no"))).catch(() => undefined);

    const answer = await asked(`Bearer ${TOKEN}`);
    expect(answer.headers.get("content-type")).toContain("text/plain; version=0.0.4");
    const text = await answer.text();
    expect(text.endsWith("\n")).toBe(true);
    const lines = text.trimEnd().split("\n");
    expect(lines.filter((line) => !COMMENT.test(line) && !SAMPLE.test(line))).toEqual([]);
    expect(new Set(lines.filter((line) => line.startsWith("# TYPE"))).size).toBe(lines.filter((line) => line.startsWith("# TYPE")).length);
    for (const line of [
      'assay_requests_total{status="2xx"} 2',
      'assay_request_duration_seconds_bucket{le="0.005"} 1',
      'assay_request_duration_seconds_bucket{le="0.05"} 2',
      'assay_request_duration_seconds_bucket{le="10"} 3',
      'assay_request_duration_seconds_bucket{le="+Inf"} 4',
      "assay_request_duration_seconds_count 4",
      'assay_job_runs_total{job="tidying"} 2',
      'assay_job_failures_total{job="tidying"} 1',
      "assay_database_up 0",
    ])
      expect(lines).toContain(line);
  });

  it("escape what would end a label or a line", () => {
    const text = family({ name: "x", help: "a\nb\\c", type: "gauge", samples: [{ labels: { path: 'a"b\\c\nd' }, value: Number.POSITIVE_INFINITY }] });
    expect(text).toBe('# HELP x a\\nb\\\\c\n# TYPE x gauge\nx{path="a\\"b\\\\c\\nd"} +Inf\n');
  });
});

import { createHash, timingSafeEqual } from "node:crypto";
import { database } from "@/lib/db/client";
import { env } from "@/lib/env";
import { DURATIONS, processFigures } from "@/lib/queries/measures";
import { family, type Family } from "./prometheus";

/** Metrics for Prometheus: 404 when no METRICS_TOKEN is set, 401 for whoever does not bring it. */
export async function metricsAnswer(headers: Headers): Promise<Response> {
  if (env.METRICS_TOKEN === undefined) return new Response("Not found\n", { status: 404 });
  if (!isToken(headers.get("authorization"), env.METRICS_TOKEN))
    return new Response("Bring METRICS_TOKEN as a bearer token.\n", { status: 401, headers: { "www-authenticate": 'Bearer realm="metrics"' } });
  const figures = processFigures();
  const body = [...ofProcess(figures), ...ofJobs(figures), ...(await ofDatabase())].map(family).join("");
  return new Response(body, { headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8", "cache-control": "no-store" } });
}

/** In constant time: hashes are of one length, whatever was brought. */
function isToken(authorization: string | null, token: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(authorization ?? ""), digest(`Bearer ${token}`));
}

type Figures = ReturnType<typeof processFigures>;

function ofProcess({ requests, durations, seconds, delay, streams }: Figures): Family[] {
  const count = [...requests.values()].reduce((sum, each) => sum + each, 0);
  const { rss, heapUsed } = process.memoryUsage();
  return [
    {
      name: "assay_requests_total",
      help: "Requests that were answered.",
      type: "counter",
      samples: [...requests].map(([status, value]) => ({ labels: { status }, value })),
    },
    { name: "assay_request_duration_seconds", help: "How long they took.", type: "histogram", bounds: DURATIONS, counts: durations, count, sum: seconds },
    gauge("assay_streams_open", "Streams of live updates that are open.", streams),
    gauge("assay_event_loop_delay_p99_seconds", "How late the process comes to its work.", delay.percentile(99) / 1e9),
    gauge("assay_resident_memory_bytes", "Memory of the process.", rss),
    gauge("assay_heap_used_bytes", "Of that, used by the program's objects.", heapUsed),
    gauge("assay_uptime_seconds", "Since the process began.", process.uptime()),
  ];
}

function ofJobs({ jobs }: Figures): Family[] {
  const samples = (value: (job: Figures["jobs"][number]) => number) => jobs.map((job) => ({ labels: { job: job.name }, value: value(job) }));
  return [
    { name: "assay_job_runs_total", help: "Times that a job was done.", type: "counter", samples: samples(({ runs }) => runs) },
    { name: "assay_job_failures_total", help: "Of those, how many failed.", type: "counter", samples: samples(({ failures }) => failures) },
    {
      name: "assay_job_last_run_timestamp_seconds",
      help: "When it was last done.",
      type: "gauge",
      samples: samples(({ lastRunAt }) => Date.parse(lastRunAt) / 1000),
    },
  ];
}

/** A database that does not answer is a metric, too. */
async function ofDatabase(): Promise<Family[]> {
  try {
    const { prisma } = await database();
    const waiting = await prisma.mail.count({ where: { sentAt: null, givenUpAt: null } });
    const [connections] = await prisma.$queryRaw<{ total: number; active: number }[]>`
      SELECT count(*)::int AS total, count(*) FILTER (WHERE "state" = 'active')::int AS active FROM pg_stat_activity WHERE "datname" = current_database()`;
    return [
      gauge("assay_database_up", "1 while the database answers.", 1),
      gauge("assay_mail_waiting", "E-mails that wait to be sent.", waiting),
      gauge("assay_database_connections", "Connections to the database, of every process.", connections?.total ?? 0),
      gauge("assay_database_connections_active", "Of those, how many are at work.", connections?.active ?? 0),
    ];
  } catch {
    return [gauge("assay_database_up", "1 while the database answers.", 0)];
  }
}

const gauge = (name: string, help: string, value: number): Family => ({ name, help, type: "gauge", samples: [{ labels: {}, value }] });

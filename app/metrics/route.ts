import { metricsAnswer } from "@/lib/http/metrics";

export const dynamic = "force-dynamic";

/** For Prometheus, with METRICS_TOKEN. */
export function GET(request: Request): Promise<Response> {
  return metricsAnswer(request.headers);
}

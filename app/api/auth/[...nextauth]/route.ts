import { randomUUID } from "node:crypto";
import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/auth/options";
import { saneRequest } from "@/lib/auth/sane-request";
import { AppError } from "@/lib/domain/errors";
import { problem, withRefusal } from "@/lib/http/problem";

/** next-auth's own answers; who asks, and from where, is told to each way in, and why somebody was refused, to who asks. */
async function handler(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  const refusals: AppError[] = [];
  try {
    // NextAuth's own type of an answer is `any`; with a request of this kind it is one of these.
    const answer = (await NextAuth(
      await saneRequest(request),
      context,
      authOptions(request.headers, (error) => refusals.push(error)),
    )) as Response;
    answer.headers.set("cache-control", "no-store");
    return await withRefusal(answer, refusals[0]);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return problem(error, randomUUID());
  }
}

export { handler as GET, handler as POST };

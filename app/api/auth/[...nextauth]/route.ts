import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/auth/options";
import { withRefusal } from "@/lib/http/problem";
import type { AppError } from "@/lib/domain/errors";

/** next-auth's own answers; who asks, and from where, is told to each way in, and why somebody was refused, to who asks. */
async function handler(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  const refusals: AppError[] = [];
  // NextAuth's own type of an answer is `any`; with a request of this kind it is one of these.
  const answer = (await NextAuth(
    request,
    context,
    authOptions(request.headers, (error) => refusals.push(error)),
  )) as Response;
  return withRefusal(answer, refusals[0]);
}

export { handler as GET, handler as POST };

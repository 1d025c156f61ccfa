import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/auth/options";

/** next-auth's own answers; who asks, and from where, is told to each way in. */
async function handler(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- NextAuth's own type of an answer is `any`
  return NextAuth(request, context, authOptions(request.headers));
}

export { handler as GET, handler as POST };

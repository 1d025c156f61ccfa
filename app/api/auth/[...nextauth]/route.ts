import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";

// eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- NextAuth's own type of a handler is `any`
const handler: (request: Request, context: unknown) => Promise<Response> = NextAuth(authOptions);

export { handler as GET, handler as POST };

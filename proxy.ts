import { NextResponse, type NextRequest } from "next/server";
import { contentSecurityPolicy } from "@/lib/http/content-security-policy";

/** Gives every page its own nonce and the policy that allows no other script. It decides nothing about who may see what. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  // Layouts are not told which page they frame.
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  // Next takes the nonce for its own scripts from this header.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = { matcher: ["/((?!api/|p$|p/|sitemap.xml|robots.txt|_next/static|_next/image|favicon.ico|icon.svg).*)"] };

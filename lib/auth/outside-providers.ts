import type { OAuthConfig } from "next-auth/providers/oauth";
import GitHub from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import { z } from "zod";
import { env } from "@/lib/env";

/** What is taken from a service outside. Some say "true" in quotation marks. */
const Claims = z.object({
  sub: z.string(),
  name: z.string().optional(),
  email: z.email().optional(),
  email_verified: z.union([z.boolean(), z.string().transform((value) => value === "true")]).optional(),
});

/** Somebody whom a service vouches for; without an address when it does not say that it is theirs. */
interface Vouched {
  id: string;
  name: string;
  email: string | null;
}

function vouched(profile: unknown): Vouched {
  const { sub, name, email, email_verified: verified } = Claims.parse(profile);
  return { id: sub, name: name ?? "", email: verified === true && email ? email.trim().toLowerCase() : null };
}

/** The services outside that are set up. */
export function outsideProviders(): OAuthConfig<Record<string, unknown>>[] {
  const { OIDC, GOOGLE, GITHUB } = env;
  return [
    ...(OIDC ? [openIdConnect(OIDC)] : []),
    ...(GOOGLE ? [Google({ ...GOOGLE, profile: vouched }) as OAuthConfig<Record<string, unknown>>] : []), // of its own profile's type, which is read as unknown
    ...(GITHUB ? [gitHub(GITHUB)] : []),
  ];
}

/** The names on the buttons. */
export function outsideButtons(): { id: string; name: string }[] {
  return outsideProviders().map(({ id, name }) => ({ id, name }));
}

function openIdConnect({ issuer, name, ...client }: NonNullable<typeof env.OIDC>): OAuthConfig<Record<string, unknown>> {
  return {
    ...{ id: "oidc", name, type: "oauth", ...client },
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    profile: vouched,
  };
}

const GitHubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/** GitHub's profile does not say whether its address is verified; the list of addresses does. */
function gitHub(client: NonNullable<typeof env.GITHUB>): OAuthConfig<Record<string, unknown>> {
  const provider = GitHub({
    ...client,
    userinfo: {
      url: "https://api.github.com/user",
      async request({ client: github, tokens }) {
        const token = tokens.access_token ?? "";
        const profile = await github.userinfo(token);
        const response = await fetch("https://api.github.com/user/emails", {
          headers: { authorization: `Bearer ${token}` },
          signal: AbortSignal.timeout(10_000),
        });
        const main = response.ok ? GitHubEmails.parse(await response.json()).find(({ primary }) => primary) : undefined;
        const { id, name, login } = z.object({ id: z.union([z.number(), z.string()]), name: z.string().nullish(), login: z.string() }).parse(profile);
        return { sub: String(id), name: name ?? login, email_verified: main?.verified ?? false, ...(main ? { email: main.email } : {}) };
      },
    },
    profile: vouched,
  });
  return provider as OAuthConfig<Record<string, unknown>>; // of its own profile's type, which is read as unknown
}

import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const switchedOn = z
  .enum(["0", "1"], { error: "write 1 for on or 0 for off" })
  .default("0")
  .transform((value) => value === "1");

const Environment = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  PORT: z.coerce.number({ error: "must be a port number" }).int().min(1).max(65_535).default(3000),
  HOST: z.string().min(1).optional(),
  DATA_DIR: z
    .string()
    .min(1)
    .default("./data")
    .transform((directory) => path.resolve(directory)),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must start with postgres:// or postgresql://" }).optional(),
  NEXTAUTH_SECRET: z.string().min(32, { error: "must have at least 32 characters" }).optional(),
  APP_URL: z.url({ protocol: /^https?$/, error: "must be an http or https address" }).optional(),
  NEXTAUTH_URL: z.url({ protocol: /^https?$/, error: "must be an http or https address" }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must start with smtp:// or smtps://" }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n",;:]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'must be an address such as assay@example.org, or "Assay <assay@example.org>"')
    .optional(),
  MIGRATION_BACKUPS: z.coerce.number({ error: "must be a number of backups" }).int().min(0).max(1000).default(5),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: "must be the address of the issuer, as it stands in its /.well-known/openid-configuration" }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(40, { error: "at most 40 characters" }).optional(),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
  METRICS_TOKEN: z.string().min(16, { error: "must have at least 16 characters" }).optional(),
  ASSAY_DEMO: switchedOn,
  ASSAY_STYLEGUIDE: switchedOn,
  TRUST_PROXY: switchedOn,
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  NEXT_PHASE: z.string().optional(),
  NEXT_RUNTIME: z.string().optional(),
});

/** What belongs together: all of it is set, or nothing. */
const TOGETHER = [
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ["GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"],
] as const;

/** The names of all settings. */
export const SETTINGS: readonly string[] = Object.keys(Environment.shape);

/** The checked environment. `APP_URL` is the address people use, without a trailing slash; `DATA_DIR` is absolute. */
export interface Env {
  NODE_ENV: "development" | "test" | "production";
  PORT: number;
  HOST: string | undefined;
  DATA_DIR: string;
  DATABASE_URL: string | undefined;
  NEXTAUTH_SECRET: string;
  APP_URL: string;
  /** The server that takes e-mail; without it none is sent. */
  SMTP_URL: string | undefined;
  /** Whom e-mail is from. */
  MAIL_FROM: string | undefined;
  /** How many of the backups that are made before migrations are kept; with 0 none is made. */
  MIGRATION_BACKUPS: number;
  /** The services outside by which people sign in; each is null where it is not set up. */
  OIDC: (OutsideClient & { issuer: string; name: string }) | null;
  GOOGLE: OutsideClient | null;
  GITHUB: OutsideClient | null;
  /** What a program must bring to read /metrics; without it there are none. */
  METRICS_TOKEN: string | undefined;
  ASSAY_DEMO: boolean;
  ASSAY_STYLEGUIDE: boolean;
  TRUST_PROXY: boolean;
  LOG_LEVEL: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
}

/** How this installation is known to a service outside. */
interface OutsideClient {
  clientId: string;
  clientSecret: string;
}

/** Check an environment: either every value, or one sentence for each fault. An empty variable counts as one that is not set. */
export function readEnvironment(source: Record<string, string | undefined>): { env: Env } | { faults: string[] } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const result = Environment.safeParse(given);
  if (!result.success) return { faults: result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) };

  if (result.data.SMTP_URL && !result.data.MAIL_FROM) return { faults: ["MAIL_FROM: needed with SMTP_URL, the address that e-mail comes from"] };
  const halves = TOGETHER.flatMap((names) => {
    const missing = names.filter((name) => result.data[name] === undefined);
    return missing.length === 0 || missing.length === names.length
      ? []
      : missing.map((name) => `${name}: needed with ${names.filter((each) => each !== name).join(" and ")}`);
  });
  if (halves.length > 0) return { faults: halves };
  const { NEXT_PHASE, NEXT_RUNTIME, NEXTAUTH_URL, OIDC_ISSUER, OIDC_NAME, ...rest } = result.data;
  const { OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET, ...values } = rest;
  const oidc = clientOf(OIDC_CLIENT_ID, OIDC_CLIENT_SECRET);
  const secret = values.NEXTAUTH_SECRET ?? storedSecret(values.DATA_DIR);
  const serving = values.NODE_ENV === "production" && NEXT_RUNTIME === "nodejs" && NEXT_PHASE !== "phase-production-build";
  if (secret === null && serving) {
    return { faults: [`NEXTAUTH_SECRET: not set, and ${path.join(values.DATA_DIR, "secret")} does not exist; "npm start" writes it`] };
  }
  return {
    env: {
      ...values,
      HOST: values.HOST,
      DATABASE_URL: values.DATABASE_URL,
      SMTP_URL: values.SMTP_URL,
      MAIL_FROM: values.MAIL_FROM,
      METRICS_TOKEN: values.METRICS_TOKEN,
      OIDC: oidc && OIDC_ISSUER ? { ...oidc, issuer: OIDC_ISSUER.replace(/\/+$/, ""), name: OIDC_NAME ?? "single sign-on" } : null,
      GOOGLE: clientOf(GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET),
      GITHUB: clientOf(GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET),
      APP_URL: (values.APP_URL ?? NEXTAUTH_URL ?? `http://localhost:${String(values.PORT)}`).replace(/\/+$/, ""),
      // Scripts and the build sign nothing: a secret that nobody knows is safe there.
      NEXTAUTH_SECRET: secret ?? randomBytes(32).toString("hex"),
    },
  };
}

const clientOf = (clientId: string | undefined, clientSecret: string | undefined): OutsideClient | null =>
  clientId !== undefined && clientSecret !== undefined ? { clientId, clientSecret } : null;

function storedSecret(dataDir: string): string | null {
  try {
    return readFileSync(path.join(/*turbopackIgnore: true*/ dataDir, "secret"), "utf8").trim() || null;
  } catch {
    return null;
  }
}

function loadEnvironment(): Env {
  const result = readEnvironment(process.env);
  if ("env" in result) return result.env;
  console.error(["The environment has faults:", ...result.faults.map((fault) => `  - ${fault}`)].join("\n"));
  process.exit(1);
}

/** The environment, read and checked once. The process ends here when it has faults. */
export const env: Env = loadEnvironment();

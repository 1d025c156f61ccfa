/** Headers that are the same for every answer. The content security policy carries a nonce and is set in proxy.ts. */
const HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  agentRules: false,
  devIndicators: false,
  // "npm run types" checks all types; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@myriaddreamin/typst-ts-node-compiler",
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "@resvg/resvg-wasm",
    "docx",
    "esbuild",
    "linkedom",
    "nodemailer",
    "pg",
    "pglite-prisma-adapter",
    "pino",
    "sanitize-html",
    "tsx",
  ],
  headers: () =>
    Promise.resolve([
      // Published pages say themselves what other sites may do with them.
      { source: "/((?!p$|p/).*)", headers: HEADERS },
      // Pages seen while signed in are not kept. What is typed and not sent is removed by the page, after asking.
      { source: "/api/auth/signout", headers: [{ key: "Clear-Site-Data", value: '"cache"' }] },
    ]),
};

export default config;

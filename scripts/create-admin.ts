// Makes an admin, or lets one in again: npm run create-admin -- --email ada@example.org --name "Ada Byron"
// With the embedded database the server must be stopped; with PostgreSQL it may run.
import { createInterface } from "node:readline/promises";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { adminPasswordHash, createAdmin, CreateAdmin } from "@/lib/commands/create-admin";
import { closeDatabase, db } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { HANDED_LINK_HOURS } from "@/lib/domain/token";
import { env } from "@/lib/env";

const USAGE = `Usage: npm run create-admin -- [--email <address>] [--name <name>]
  --workspace <name or id>   needed where there are several, or none yet
  --password-stdin           reads the password from standard input; without it a link is printed by which it is set
  --drop-second-factor       takes a lost second factor away`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      email: { type: "string" },
      name: { type: "string" },
      workspace: { type: "string" },
      "password-stdin": { type: "boolean", default: false },
      "drop-second-factor": { type: "boolean", default: false },
    },
  });
  const fromInput = values["password-stdin"];
  const email = values.email ?? (await ask("E-mail: ", fromInput));
  const known = (await (await db()).user.count({ where: { email: email.trim().toLowerCase() } })) > 0;
  const name = values.name ?? (known ? undefined : await ask("Name: ", fromInput));
  const password = fromInput ? (await text(process.stdin)).replace(/\r?\n$/, "") : undefined;
  const input = CreateAdmin.safeParse({ email, name, workspace: values.workspace, password, dropSecondFactor: values["drop-second-factor"] });
  if (!input.success) throw new AppError("invalid", input.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n"));
  const passwordHash = await adminPasswordHash(input.data);
  const made = await (await db()).$transaction((tx) => createAdmin(tx, input.data, passwordHash, new Date()));
  console.log(`${input.data.email} is an admin of ${made.workspace}${made.known ? "; the account was there before" : ""}.`);
  if (made.cutOff)
    console.log("Nobody had shown yet that this address is theirs: the earlier password, sessions and second factor of the account do not work any more.");
  if (made.token) console.log(`Set the password here, once, within ${String(HANDED_LINK_HOURS)} hours:\n${env.APP_URL}/reset?token=${made.token}`);
}

async function ask(question: string, noInput: boolean): Promise<string> {
  if (noInput || !process.stdin.isTTY) throw new AppError("invalid", USAGE);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  return terminal.question(question).finally(() => terminal.close());
}

try {
  await main();
} catch (error) {
  console.error(error instanceof AppError || (error instanceof TypeError && "code" in error) ? error.message : error);
  process.exitCode = 1;
} finally {
  await closeDatabase().catch(() => undefined);
}

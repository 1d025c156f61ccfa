import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter, type SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type * as SchemaEngineBindings from "@prisma/schema-engine-wasm/schema_engine_bg";

type Bindings = typeof SchemaEngineBindings;

/** Work with Prisma's migration engine as WebAssembly: nothing is downloaded, and it talks to the database through the driver adapter. */
export async function withSchemaEngine<T>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: SchemaEngineBindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  shared.assaySchemaEngine ??= loadBindings();
  const { SchemaEngine } = await shared.assaySchemaEngine;
  const connected: SqlDriverAdapter[] = [];
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, bindMigrationAwareSqlAdapterFactory(remembering(factory, connected)));
  try {
    return await work(engine);
  } finally {
    engine.free();
    // The engine forgets its connections without closing them.
    for (const adapter of connected) await adapter.dispose();
  }
}

// Once a process: the bindings keep views of the first instance's memory, and a second instance would be read through them.
// On globalThis, because this module itself may be loaded twice.
const shared = globalThis as typeof globalThis & { assaySchemaEngine?: Promise<Bindings> };

async function loadBindings(): Promise<Bindings> {
  const loaded = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(wasm), { "./schema_engine_bg.js": withoutWaiting(loaded) });
  loaded.__wbg_set_wasm(instance.exports);
  // The exports of a WebAssembly instance carry no types; this one starts the bindings.
  (instance.exports["__wbindgen_start"] as () => void)();
  return loaded;
}

/** The engine's imports, but that its timers hold no process open: it never clears the ten seconds after which it would give up on a lock. */
function withoutWaiting(imports: Bindings): WebAssembly.ModuleImports {
  const timer = Object.keys(imports).find((name) => name.startsWith("__wbg_setTimeout_"));
  if (timer === undefined) throw new Error("The migration engine has changed: it sets its timers in another way.");
  // What the bindings export is what the instance imports, by the way they are generated.
  return { ...(imports as unknown as WebAssembly.ModuleImports), [timer]: (work: () => void, milliseconds: number) => setTimeout(work, milliseconds).unref() };
}

function remembering(factory: SqlMigrationAwareDriverAdapterFactory, connected: SqlDriverAdapter[]): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter = wholeScripts(await factory.connect());
      connected.push(adapter);
      return adapter;
    },
    connectToShadowDb: () => factory.connectToShadowDb(),
  };
}

/** The PostgreSQL adapter cuts a script at every semicolon, also inside a function's body: send it whole, which makes a migration atomic too. */
function wholeScripts(adapter: SqlDriverAdapter): SqlDriverAdapter {
  return isPooled(adapter) ? Object.assign(adapter, { executeScript: (script: string) => sendWhole(adapter, script) }) : adapter;
}

interface Pooled {
  underlyingDriver: () => { query: (script: string) => Promise<unknown> };
}

function isPooled(adapter: SqlDriverAdapter): adapter is SqlDriverAdapter & Pooled {
  return "underlyingDriver" in adapter;
}

async function sendWhole(adapter: Pooled, script: string): Promise<void> {
  await adapter.underlyingDriver().query(script);
}

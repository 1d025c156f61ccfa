import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";

type Name = "claim-review" | "annotations" | "averitec" | "scifact";

const checks = new Map<Name, ReturnType<Ajv["compile"]>>();

/** What is wrong with the value by our own JSON Schema of that name; empty when nothing is. For the tests. */
export function faultsOf(name: Name, value: unknown): string[] {
  const check = checks.get(name) ?? compiled(name);
  return check(value) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
}

function compiled(name: Name): ReturnType<Ajv["compile"]> {
  const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false });
  addFormats(ajv);
  const check = ajv.compile(JSON.parse(readFileSync(new URL(`${name}.schema.json`, import.meta.url), "utf8")));
  checks.set(name, check);
  return check;
}

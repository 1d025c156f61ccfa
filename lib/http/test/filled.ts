import { z } from "zod";

/* What a request could say: made from an operation’s own schema, so that a new field is tried without being named. */

interface Schema {
  type?: string;
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
  properties?: Readonly<Record<string, Schema>>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
  format?: string;
  maxLength?: number;
  minimum?: number;
}

/** All that the schema has a place for, with the text wherever any text may stand, cut to what is allowed. */
export function filled(schema: z.ZodType, text: string): Record<string, unknown> {
  // Narrowing: what zod writes is JSON Schema.
  const value = sample(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema, text);
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function sample(schema: Schema, text: string): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].find(({ type }) => type !== "null");
  if (choice) return sample(choice, text);
  if (schema.type === "string") return schema.format === "date" ? "2026-01-01" : text.slice(0, schema.maxLength ?? text.length);
  if (schema.type === "integer" || schema.type === "number") return Math.max(1, schema.minimum ?? 1);
  if (schema.type === "boolean") return false;
  if (schema.type === "array") return [sample(schema.items ?? {}, text)];
  if (schema.properties) return Object.fromEntries(Object.entries(schema.properties).map(([name, each]) => [name, sample(each, text)]));
  return schema.type === "object" ? { [text]: text } : text;
}

/**
 * The input with what the schema refuses taken back: to what stands in `usual`, or to nothing. Gives null when nothing fits, and says what was refused.
 */
export function fitting(
  schema: z.ZodType,
  given: Record<string, unknown>,
  usual: Readonly<Record<string, unknown>>,
): { input: object | null; refused: string[] } {
  const input = { ...given };
  const refused: string[] = [];
  for (let round = 0; round < 30; round += 1) {
    const parsed = schema.safeParse(input);
    if (parsed.success) return { input, refused };
    for (const { path, message } of parsed.error.issues) {
      refused.push(message);
      const name = String(path[0] ?? "");
      if (input[name] === usual[name] || usual[name] === undefined) delete input[name];
      else input[name] = usual[name];
    }
  }
  return { input: null, refused };
}

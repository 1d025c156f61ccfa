import { z } from "zod";
import type { Operation } from "@/lib/commands/command";
import { BRAND } from "@/lib/domain/brand";
import { CATALOGUE } from "./catalogue";
import { STATUS } from "./problem";

type Json = Record<string, unknown>;

const PROBLEM = {
  type: "object",
  required: ["type", "title", "status", "code", "detail", "requestId"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", enum: [...Object.keys(STATUS), "internal"] },
    detail: { type: "string" },
    fields: {
      type: "array",
      items: { type: "object", required: ["field", "message"], properties: { field: { type: "string" }, message: { type: "string" } } },
    },
    current: { description: "The record as it stands now, on conflict and duplicate." },
    missing: { type: "array", items: { type: "string" } },
    requestId: { type: "string" },
  },
};

/** The OpenAPI 3.1 document, made from the operations' own schemas. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const [endpoint, operation] of Object.entries(CATALOGUE)) {
    const [method = "", path = ""] = endpoint.split(" ");
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationObject(method, path, operation) };
  }
  return {
    openapi: "3.1.0",
    info: { title: `${BRAND.name} API`, version: "1", description: "Every write and every machine-readable read. The interface itself uses nothing else." },
    servers: [{ url: "/api/v1" }],
    paths,
    components: {
      schemas: { Problem: PROBLEM },
      responses: {
        Problem: { description: "What went wrong (RFC 9457)", content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } },
      },
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "next-auth.session-token" } },
    },
  };
}

function operationObject(method: string, path: string, operation: Operation): Json {
  const { properties, required } = objectSchema(operation.schema);
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const rest = Object.entries(properties).filter(([name]) => !inPath.includes(name));
  const parameters: Json[] = inPath.map((name) => ({ name, in: "path", required: true, schema: properties[name] ?? { type: "string" } }));
  if (method === "GET") parameters.push(...rest.map(([name, schema]) => ({ name, in: "query", required: required.includes(name), schema })));
  const writes = method !== "GET" && operation.kind !== "query";
  if (writes && operation.kind === "command")
    parameters.push({ name: "Idempotency-Key", in: "header", required: false, schema: { type: "string", minLength: 8, maxLength: 100 } });
  const body = { type: "object", properties: Object.fromEntries(rest), required: required.filter((name) => !inPath.includes(name)) };
  return {
    operationId: operationId(method, path),
    summary: operation.summary,
    ...(operation.kind === "public" ? { security: [] } : { security: [{ session: [] }] }),
    parameters,
    ...(method === "GET" || rest.length === 0 ? {} : { requestBody: { required: true, content: { "application/json": { schema: body } } } }),
    responses: { [String(operation.status ?? 200)]: { description: "Done" }, default: { $ref: "#/components/responses/Problem" } },
  };
}

function objectSchema(schema: z.ZodType): { properties: Record<string, unknown>; required: string[] } {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", target: "draft-2020-12" });
  return { properties: { ...json.properties }, required: json.required ?? [] };
}

/** "PUT /claims/{claimId}/state" → "putClaimsState". */
function operationId(method: string, path: string): string {
  const words = path
    .replace(/\{\w+\}/g, "one")
    .split(/[/.]/)
    .filter((word) => word !== "");
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

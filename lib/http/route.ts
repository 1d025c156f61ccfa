import { randomUUID } from "node:crypto";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { actorOfSession, actorsOfSessions } from "@/lib/auth/actor";
import { requestSessionId } from "@/lib/auth/session-token";
import { FileResult, type Command, type Operation, type PublicCommand } from "@/lib/commands/command";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import { WORKSPACE_HEADER, type Actor } from "@/lib/domain/role";
import { withOrigin } from "@/lib/events/origin";
import { contentDisposition } from "@/lib/exporters/filename";
import { contributionLimit } from "@/lib/queries/contribution-limit";
import { countRequest } from "@/lib/queries/measures";
import { readJson } from "./body";
import { clientIp } from "./client-ip";
import { answered, idempotencyKeyOf, keepAnswer, requestHash, type Answer } from "./idempotency";
import { stepAside } from "./door";
import { countContribution, countSignUp, countUse, forgetContribution } from "./limits";
import { log } from "./log";
import { expectSameOrigin } from "./origin";
import { internalProblem, problem } from "./problem";
import { inTurn } from "./turns";

const DEFAULT_MAX_BYTES = 1_000_000;

/** For files of others: whatever opens them after all runs nothing in them, and loads nothing. */
const FOREIGN = { "content-security-policy": "default-src 'none'; sandbox", "x-content-type-options": "nosniff" };

interface RouteContext {
  /** Undefined where the path has none. */
  params: Promise<Record<string, string | string[] | undefined> | undefined>;
}

/** A handler that carries its operation, so that a test can compare the routes with the catalogue. */
export type Handler = ((request: NextRequest, context: RouteContext) => Promise<Response>) & { operation: Operation };

/** The one door of the API: origin, actor, limits, body cap, schema, idempotency; then the operation; then JSON or a problem. */
export function route(operation: Operation): Handler {
  const handle = async (request: NextRequest, context: RouteContext): Promise<Response> => {
    const requestId = randomUUID();
    const origin = { requestId, ip: clientIp(request.headers) };
    return withOrigin(origin, async () => {
      const started = performance.now();
      const params = (await context.params) ?? {};
      let response: Response;
      try {
        response = toResponse(await answer(operation, request, params), requestId);
      } catch (error) {
        response = failure(error, requestId, request);
      }
      const answered = { method: request.method, path: request.nextUrl.pathname, status: response.status, ms: Math.round(performance.now() - started) };
      log.info(answered, "request");
      countRequest({ ...answered, path: routeOf(answered.path, params) }, new Date());
      return response;
    });
  };
  return Object.assign(handle, { operation });
}

/** The path with the names of its parameters in place of what they are: whose record it was is nobody's business. */
function routeOf(path: string, params: Record<string, string | string[] | undefined>): string {
  const names = new Map(Object.entries(params).map(([name, value]) => [String(value), name]));
  return path
    .split("/")
    .map((part) => (names.has(part) ? `{${names.get(part) ?? ""}}` : part))
    .join("/");
}

async function answer(
  operation: Operation,
  request: NextRequest,
  params: Record<string, string | string[] | undefined>,
): Promise<Answer | FileResult | ReadableStream<Uint8Array>> {
  if (request.method !== "GET") expectSameOrigin(request.headers);
  if (operation.kind === "public") {
    const address = clientIp(request.headers);
    if (operation.signsUp) return countSignUp(address, () => answerAnybody(operation, request, params));
    await countUse("tokenByAddress", address);
    return answerAnybody(operation, request, params);
  }
  const sessionId = await requestSessionId();
  if (sessionId === null) throw notSignedIn();
  const work = () => answerPerson(operation, request, params, sessionId);
  if (!isHeavy(operation)) return work();
  stepAside();
  return inTurn(sessionId, work);
}

async function answerAnybody(operation: PublicCommand, request: NextRequest, params: Record<string, string | string[] | undefined>): Promise<Answer> {
  const input = await readInput(operation, request, params);
  if (operation.mailsTo) await countUse("mailsTo", operation.mailsTo(input));
  if (operation.triesAt) await countUse("signInByAccount", operation.triesAt(input));
  return runPublic(operation, input);
}

const notSignedIn = () => new AppError("unauthenticated", "Sign in first.");

const isHeavy = ({ maxBytes, makesFile }: Operation) => maxBytes !== undefined || makesFile === true;

async function answerPerson(
  operation: Exclude<Operation, PublicCommand>,
  request: NextRequest,
  params: Record<string, string | string[] | undefined>,
  sessionId: string,
): Promise<Answer | FileResult | ReadableStream<Uint8Array>> {
  const actor = await actorOfSession(sessionId, new Date());
  if (!actor) throw notSignedIn();
  if (!operation.anywhere) expectHere(actor, request.headers);
  expectAdmitted(actor, operation);
  await countUse(operation.kind === "command" ? "writes" : "reads", actor.userId);
  if (operation.maxBytes) await countUse("imports", actor.userId);
  if (operation.makesFile) await countUse("exports", actor.userId);
  if (operation.guarded) await countUse("guesses", actor.userId);
  const input = await readInput(operation, request, params);
  const mailsTo = operation.kind === "command" ? operation.mailsTo?.(input, actor) : null;
  if (mailsTo) await countUse("mailsTo", mailsTo);
  if (operation.kind === "query") {
    const result = await operation.run(actor, input);
    return result instanceof FileResult ? result : { status: operation.status ?? 200, body: result };
  }
  if (operation.kind === "stream") {
    const failed = (error: unknown) => log.error({ err: error }, "a stream failed");
    const stream = await operation.run(actor, input, { lastEventId: request.headers.get("last-event-id"), actorsOf: actorsOfSessions, failed });
    stepAside();
    return stream;
  }
  return runCommand(operation, actor, input, request);
}

/**
 * Throws `elsewhere` when the page stands in another workspace than the session: it was switched in another tab, and what is written here would end up there.
 * Programs that name no workspace act in that of their session.
 */
function expectHere({ workspaceId }: Actor, headers: Headers): void {
  const page = headers.get(WORKSPACE_HEADER);
  if (page === null || page === workspaceId) return;
  throw new AppError("elsewhere", "You are in another workspace now than this page. Nothing was changed. Go back to the page’s workspace, and send it again.");
}

/**
 * Throws `forbidden` for who may not come in, for what is written by somebody who may only read, and before a second factor is there that the workspace asks for.
 * Says until when, and what to do.
 */
function expectAdmitted({ sanction, lacksSecondFactor }: Actor, { kind, sanctioned, withoutSecondFactor }: Operation): void {
  if (lacksSecondFactor && !withoutSecondFactor && sanctioned !== "any")
    throw new AppError("forbidden", "Your workspace asks for a second factor. Load the page anew and set one up first. Nothing was changed.");
  if (!sanction || sanctioned === "any") return;
  if (sanction.kind === "approve_first" || (sanction.kind === "restrict" && (kind !== "command" || sanctioned === "restricted"))) return;
  const what = sanction.kind === "restrict" ? "You may only read here" : sanction.kind === "suspend" ? "You are suspended here" : "You are banned here";
  const until = sanction.until ? ` until ${sanction.until.toISOString().slice(0, 10)}` : "";
  const where = sanction.kind === "restrict" ? "“Reports and decisions”" : "the page that you see when you sign in";
  throw new AppError("forbidden", `${what}${until}, by a moderator’s decision. Why, and how to appeal, stands under ${where}. Nothing was changed.`);
}

/** Path parameters, query string and body make one input; the path wins. Throws `invalid` with every bad field. */
async function readInput(operation: Operation, request: NextRequest, params: Record<string, string | string[] | undefined>): Promise<unknown> {
  const body = request.method === "GET" ? {} : await readJson(request, operation.maxBytes ?? DEFAULT_MAX_BYTES);
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw new AppError("invalid", "The request's body must be a JSON object.");
  const search = Object.fromEntries([...request.nextUrl.searchParams].filter(([, value]) => value !== ""));
  const parsed = operation.schema.safeParse({ ...search, ...body, ...params });
  if (!parsed.success) throw invalidInput(parsed.error);
  return parsed.data;
}

function invalidInput(error: z.ZodError): AppError {
  const fields = error.issues.slice(0, 50).map((issue) => ({ field: issue.path.map(String).join(".") || "body", message: issue.message }));
  const first = fields[0];
  return new AppError("invalid", first ? `${first.field}: ${first.message}` : "The request is not valid.", { fields });
}

async function runPublic(operation: PublicCommand, input: unknown): Promise<Answer> {
  const prepared = await operation.prepare(input);
  const prisma = await db();
  const body = await prisma.$transaction((tx) => operation.run({ tx, now: new Date() }, input, prepared));
  return { status: operation.status ?? 200, body };
}

async function runCommand(operation: Command, actor: Actor, input: unknown, request: NextRequest): Promise<Answer> {
  const key = operation.once ? null : idempotencyKeyOf(request.headers);
  const hash = key === null ? "" : requestHash(request.method, request.nextUrl.pathname, input);
  const prisma = await db();
  if (key !== null) {
    const earlier = await answered(prisma, actor.userId, key, hash);
    if (earlier) return earlier;
  }
  const contributor = `${actor.workspaceId} ${actor.userId}`;
  if (operation.contributes) await countContribution(contributor, await contributionLimit(prisma, actor));
  try {
    const prepared = await operation.prepare(actor, input);
    const done = await prisma.$transaction(async (tx) => {
      const result: Answer = { status: operation.status ?? 200, body: await operation.run({ actor, tx, now: new Date() }, input, prepared) };
      if (key !== null) await keepAnswer(tx, actor.userId, key, hash, result);
      return result;
    });
    return operation.after ? { ...done, body: await operation.after(actor, input, done.body) } : done;
  } catch (error) {
    if (operation.contributes) await forgetContribution(contributor);
    // Both copies of a request that was sent twice can run at once; the one that commits first has the answer for both.
    const earlier = key === null || !isUniqueViolation(error) ? null : await answered(prisma, actor.userId, key, hash);
    if (earlier) return earlier;
    throw error;
  }
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

const OUT_OF_TIME = "The server had too much to do to finish this in time, and nothing was changed. Try again in a minute.";

/** Whether a transaction did not get its turn, or was taken back because it took too long. */
function isOutOfTime(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2028";
}

const OUT_OF_SPACE = "The disk of the server is full, and nothing was kept. Tell whoever runs it, and try again later.";

/** The database found no room (SQLSTATE class 53, as PostgreSQL words it); what it had begun it has undone. */
function isOutOfSpace(error: unknown): boolean {
  return error instanceof Error && /No space left on device|\b53100\b/.test(error.message);
}

function toResponse(result: Answer | FileResult | ReadableStream<Uint8Array>, requestId: string): Response {
  const headers = { "cache-control": "no-store", "x-request-id": requestId };
  if (result instanceof ReadableStream) {
    // Neither Next nor a proxy may gather what is sent.
    return new Response(result, {
      headers: { ...headers, "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store, no-transform", "x-accel-buffering": "no" },
    });
  }
  if (result instanceof FileResult) {
    const shown = result.policy === null ? { "content-disposition": contentDisposition(result.filename) } : { "content-security-policy": result.policy };
    return new Response(result.body, { headers: { ...headers, "content-type": result.type, ...shown, ...(result.foreign ? FOREIGN : {}) } });
  }
  return Response.json(result.body, { status: result.status, headers });
}

function failure(error: unknown, requestId: string, request: NextRequest): Response {
  if (error instanceof AppError) {
    // The person is told a sentence; what broke behind it is for whoever runs this.
    if (error.cause !== undefined) log.error({ method: request.method, path: request.nextUrl.pathname, err: error }, "a worker failed");
    return problem(error, requestId);
  }
  if (isUniqueViolation(error)) return problem(new AppError("conflict", "Someone else made the same record at the same moment. Reload and look."), requestId);
  log.error({ method: request.method, path: request.nextUrl.pathname, err: error }, "unexpected failure");
  if (isOutOfTime(error)) return problem(new AppError("busy", OUT_OF_TIME, { retryAfter: 60 }), requestId);
  if (isOutOfSpace(error)) return problem(new AppError("unavailable", OUT_OF_SPACE, { retryAfter: 60 }), requestId);
  return internalProblem(requestId);
}

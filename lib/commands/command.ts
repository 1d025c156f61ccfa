import type { z } from "zod";
import type { Tx } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/role";

export interface CommandContext {
  actor: Actor;
  tx: Tx;
  now: Date;
}

export interface PublicContext {
  tx: Tx;
  now: Date;
}

interface OperationOptions {
  /** One sentence for the API document. */
  summary: string;
  /** The status of success; 200 unless said. */
  status?: 200 | 201;
  /** The largest body, in bytes; 1 MB unless said. */
  maxBytes?: number;
  /** It reads very many records, to make a file of them for example: how often is counted, and one waits for one's own. */
  makesFile?: true;
  /** A write that is open also to who may only read, since it writes for themselves alone; or anything that is open to who may not come in, too. */
  sanctioned?: "restricted" | "any";
  /** The answer holds a secret that is shown once: it is not kept for a repetition of the request. */
  once?: boolean;
  /** It adds to what others read or have to look at: the workspace says how much of that is too much. */
  contributes?: boolean;
  /** It tries a password or a code: how often is counted, so that nobody guesses one. */
  guarded?: boolean;
  /** It makes an account, or a member: how often it is refused is counted. */
  signsUp?: true;
  /** Open also to who has no second factor where the workspace asks for one: it is how they come to have one. */
  withoutSecondFactor?: boolean;
  /** True for what concerns the person alone, in whichever workspace the page stands. */
  anywhere?: true;
}

// The functions below are written as methods so that an operation of any schema is an `Operation`: the door feeds each only what its own schema gave.

/** A write by a signed-in person: one transaction, one event. Knows nothing of HTTP. */
export interface Command<Schema extends z.ZodType = z.ZodType, Prepared = unknown, Result = unknown> extends OperationOptions {
  kind: "command";
  schema: Schema;
  /** The address that is written to, if any: counted, so that nobody is flooded. */
  mailsTo?(input: z.output<Schema>, actor: Actor): string | null;
  prepare(actor: Actor, input: z.output<Schema>): Promise<Prepared>;
  run(context: CommandContext, input: z.output<Schema>, prepared: Prepared): Promise<Result>;
  /** What follows once the change is kept, and cannot be undone with it; answers what the command answers. It throws nothing: what was done stays done. */
  after?(actor: Actor, input: z.output<Schema>, result: Result): Promise<Result>;
}

/** A read by a signed-in person. */
export interface Query<Schema extends z.ZodType = z.ZodType, Result = unknown> extends OperationOptions {
  kind: "query";
  schema: Schema;
  run(actor: Actor, input: z.output<Schema>): Promise<Result>;
}

/** A write by somebody who has no account yet and holds a token instead. */
export interface PublicCommand<Schema extends z.ZodType = z.ZodType, Prepared = unknown, Result = unknown> extends OperationOptions {
  kind: "public";
  schema: Schema;
  /** The address that is written to: counted, so that nobody is flooded. */
  mailsTo?(input: z.output<Schema>): string;
  /** The address at whose account a password is tried: counted with the tries at signing in. */
  triesAt?(input: z.output<Schema>): string;
  prepare(input: z.output<Schema>): Promise<Prepared>;
  run(context: PublicContext, input: z.output<Schema>, prepared: Prepared): Promise<Result>;
}

/** What an open stream asks of the door, as long as it lasts. */
export interface StreamContext {
  /** The id of the last event that the reader has, when it comes back. */
  lastEventId: string | null;
  /** Who acts in these sessions now; those that ended are missing. */
  actorsOf: (sessionIds: readonly string[]) => Promise<ReadonlyMap<string, Actor>>;
  /** Takes down what nobody expected. */
  failed: (error: unknown) => void;
}

/** A read that does not end: server-sent events for a signed-in person. */
export interface Stream<Schema extends z.ZodType = z.ZodType> extends OperationOptions {
  kind: "stream";
  schema: Schema;
  run(actor: Actor, input: z.output<Schema>, context: StreamContext): Promise<ReadableStream<Uint8Array>>;
}

export type Operation = Command | Query | PublicCommand | Stream;

/** Declares a write. */
export function command<Schema extends z.ZodType, Result>(
  schema: Schema,
  options: OperationOptions,
  run: (context: CommandContext, input: z.output<Schema>) => Promise<Result>,
): Command<Schema, void, Result> {
  return { kind: "command", schema, ...options, prepare: () => Promise.resolve(), run };
}

/** Declares a write with slow work (parsing, hashing) that must be done before the transaction opens. */
export function preparedCommand<Schema extends z.ZodType, Prepared, Result>(
  schema: Schema,
  options: OperationOptions,
  prepare: (actor: Actor, input: z.output<Schema>) => Promise<Prepared>,
  run: (context: CommandContext, input: z.output<Schema>, prepared: Prepared) => Promise<Result>,
): Command<Schema, Prepared, Result> {
  return { kind: "command", schema, ...options, prepare, run };
}

/** Declares a read. */
export function query<Schema extends z.ZodType, Result>(
  schema: Schema,
  options: OperationOptions,
  run: (actor: Actor, input: z.output<Schema>) => Promise<Result>,
): Query<Schema, Result> {
  return { kind: "query", schema, ...options, run };
}

/** Declares a read that does not end. */
export function stream<Schema extends z.ZodType>(
  schema: Schema,
  options: OperationOptions,
  run: (actor: Actor, input: z.output<Schema>, context: StreamContext) => Promise<ReadableStream<Uint8Array>>,
): Stream<Schema> {
  return { kind: "stream", schema, ...options, run };
}

/** Declares a write that needs no account. */
export function publicCommand<Schema extends z.ZodType, Prepared, Result>(
  schema: Schema,
  options: OperationOptions & Partial<Record<"mailsTo" | "triesAt", (input: z.output<Schema>) => string>>,
  prepare: (input: z.output<Schema>) => Promise<Prepared>,
  run: (context: PublicContext, input: z.output<Schema>, prepared: Prepared) => Promise<Result>,
): PublicCommand<Schema, Prepared, Result> {
  return { kind: "public", schema, ...options, prepare, run };
}

/** The answer of an operation that gives a file instead of a record. */
export class FileResult {
  readonly type: string;
  readonly filename: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  /** The content security policy of a page that is shown instead of kept; null for a download. */
  readonly policy: string | null;
  /** True for bytes that somebody brought: no browser may take them for a page of this site. */
  readonly foreign: boolean;

  constructor(file: { type: string; filename: string; body: string | Uint8Array<ArrayBuffer>; policy?: string; foreign?: boolean }) {
    this.type = file.type;
    this.filename = file.filename;
    this.body = file.body;
    this.policy = file.policy ?? null;
    this.foreign = file.foreign ?? false;
  }
}

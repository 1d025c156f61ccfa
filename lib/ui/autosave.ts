import type { FieldError } from "@/lib/domain/errors";
import type { Draft } from "./drafts";
import { sameValue, type FieldValue } from "./field-value";

/* The rules of saving, without clocks or network: what is typed, what the server has, and what happens when both change. */

export type Fields = Record<string, FieldValue>;

/** A record as the server has it. `version` is null before its first save. */
export interface Snapshot<F extends Fields = Fields> {
  version: number | null;
  fields: F;
}

export interface SaveState {
  version: number | null;
  /** The server's values, as last heard. */
  base: Fields;
  /** The values on the page. */
  values: Fields;
  /** Sent, and not acknowledged: the answer may have been lost after the server took it. */
  attempted: Fields;
  /** Their value, for fields that both sides changed. */
  conflicts: Fields;
  errors: Record<string, string>;
  /** Fields whose text came back from this device. */
  restored: readonly string[];
  phase: "idle" | "sending" | "failed" | "offline";
  /** A sentence, in the phases `failed` and `offline`. */
  failure: string | null;
}

export type SaveStatus = "saved" | "unsaved" | "saving" | "offline" | "failed" | "invalid" | "conflict";

/** The state of a record that was just read. */
export function freshState(record: Snapshot): SaveState {
  return {
    version: record.version,
    base: record.fields,
    values: record.fields,
    attempted: {},
    conflicts: {},
    errors: {},
    restored: [],
    phase: "idle",
    failure: null,
  };
}

/** The fields that differ from what the server has. */
export function dirtyFields(state: SaveState): string[] {
  return Object.keys(state.values).filter((field) => !sameValue(state.values[field], state.base[field]));
}

/** The fields that may be sent now: changed, and not waiting for a person to settle a conflict or mend an error. */
export function sendableFields(state: SaveState): string[] {
  return dirtyFields(state).filter((field) => !(field in state.conflicts) && !(field in state.errors));
}

/** Whether no field waits for a person to settle a conflict or mend an error. */
export function isSettled({ conflicts, errors }: SaveState): boolean {
  return Object.keys(conflicts).length + Object.keys(errors).length === 0;
}

/** What the fields hold, for a request. */
export function pick(values: Fields, fields: readonly string[]): Fields {
  return Object.fromEntries(fields.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])));
}

/** Someone typed or chose. */
export function edited(state: SaveState, field: string, value: FieldValue): SaveState {
  return { ...state, values: { ...state.values, [field]: value }, errors: without(state.errors, [field]) };
}

/** A request leaves with these values. */
export function sending(state: SaveState, attempted: Fields): SaveState {
  return { ...state, phase: "sending", failure: null, attempted };
}

/**
 * The record arrived from the server, by whichever way. Untouched fields follow it; changed ones stay, and become a conflict
 * only when the server's value is neither what they were typed on, nor what is typed, nor what was sent.
 */
export function received(state: SaveState, record: Snapshot): SaveState {
  if (isOlder(record, state) || isKnown(record, state)) return state;
  const next = { ...state, version: record.version, base: record.fields, values: { ...state.values }, conflicts: { ...state.conflicts } };
  for (const [field, theirs] of Object.entries(record.fields)) {
    const [mine, base, attempted] = [state.values[field], state.base[field], state.attempted[field]];
    const clean = sameValue(mine, base);
    if (clean && !sameValue(theirs, base)) next.values[field] = theirs;
    if (clean || sameValue(theirs, mine)) delete next.conflicts[field];
    else if (field in state.conflicts || !(sameValue(theirs, base) || (attempted !== undefined && sameValue(theirs, attempted))))
      next.conflicts[field] = theirs;
  }
  return next;
}

/** The server took the request and answered with the record. A field in which nobody typed since shows what was stored. */
export function acknowledged(state: SaveState, record: Snapshot): SaveState {
  const next = received(state, record);
  const values = { ...next.values };
  const done: string[] = [];
  for (const [field, sent] of Object.entries(state.attempted)) {
    const stored = record.fields[field];
    if (stored === undefined || values[field] !== sent) continue;
    done.push(field);
    // Only other wording replaces the text: a trailing blank stays while someone goes on writing.
    if (!sameValue(stored, sent)) values[field] = stored;
  }
  const conflicts = without(next.conflicts, Object.keys(state.attempted));
  return { ...next, values, conflicts, attempted: {}, restored: state.restored.filter((field) => !done.includes(field)), phase: "idle" };
}

/** The server has a newer record than the request was made on. */
export function conflicted(state: SaveState, current: Snapshot): SaveState {
  return { ...received(state, current), attempted: {}, phase: "idle" };
}

/** The request got no certain answer. What was sent stays noted: it may have been taken, and the same request goes out again. */
export function failed(state: SaveState, phase: "failed" | "offline", failure: string): SaveState {
  return { ...state, phase, failure };
}

/** The server refused the whole. */
export function refused(state: SaveState, failure: string): SaveState {
  return { ...failed(state, "failed", failure), attempted: {} };
}

/** The server names bad fields. Faults in fields that the page does not show become the failure of the whole. */
export function rejected(state: SaveState, faults: readonly FieldError[], message: string): SaveState {
  const own = faults.flatMap((fault) => {
    const field = Object.keys(state.values).find((name) => fault.field === name || fault.field.startsWith(`${name}.`));
    return field === undefined ? [] : [[field, fault.message] as const];
  });
  if (own.length === 0) return refused(state, message);
  return { ...state, phase: "idle", attempted: {}, errors: { ...state.errors, ...Object.fromEntries(own) } };
}

/** A person settled a conflict with this value: theirs, their own, or a merge. */
export function resolved(state: SaveState, field: string, value: FieldValue): SaveState {
  return edited({ ...state, conflicts: without(state.conflicts, [field]) }, field, value);
}

/** What this device kept comes back. A field that the server changed meanwhile becomes a conflict; what is stored already is no draft. */
export function restored(state: SaveState, drafts: readonly Draft[]): SaveState {
  return drafts.reduce((before, { field, value, base }) => {
    const theirs = before.base[field];
    const touched = !sameValue(before.values[field], theirs);
    if (theirs === undefined || touched || sameValue(value, theirs)) return before;
    const next = { ...edited(before, field, value), restored: [...before.restored, field] };
    return sameValue(theirs, base) ? next : { ...next, conflicts: { ...next.conflicts, [field]: theirs } };
  }, state);
}

/** Back to what the server has. */
export function discarded(state: SaveState, fields: readonly string[]): SaveState {
  const values = { ...state.values, ...pick(state.base, fields) };
  const rest = state.restored.filter((field) => !fields.includes(field));
  return { ...state, values, conflicts: without(state.conflicts, fields), errors: without(state.errors, fields), restored: rest };
}

/** What the indicator says about the record: the worst of what is true. */
export function statusOf(state: SaveState): SaveStatus {
  if (Object.keys(state.conflicts).length > 0) return "conflict";
  if (state.phase === "failed" || state.phase === "offline") return state.phase;
  if (Object.keys(state.errors).length > 0) return "invalid";
  if (state.phase === "sending") return "saving";
  return dirtyFields(state).length > 0 ? "unsaved" : "saved";
}

function isOlder(record: Snapshot, state: SaveState): boolean {
  return state.version !== null && (record.version === null || record.version < state.version);
}

function isKnown(record: Snapshot, state: SaveState): boolean {
  return record.version === state.version && Object.entries(record.fields).every(([field, value]) => sameValue(value, state.base[field]));
}

function without<V>(record: Record<string, V>, fields: readonly string[]): Record<string, V> {
  return Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)));
}

import type { BlockType } from "@/lib/domain/text";
import { caretAfterChange, cutBlock, joinedBlock, withText, type EditedBlock } from "./edited-block";

/** Where somebody writes: a block, and the caret in its text or in a field of its turn. A new object each time the caret is to be put there. */
export interface Caret {
  id: string;
  at: number;
  field?: "speaker" | "time";
}

export interface BlockKind {
  type: BlockType;
  /** Headings only. */
  level?: number;
}

interface Step {
  blocks: readonly EditedBlock[];
  caret: Caret | null;
}

export interface EditorState {
  blocks: readonly EditedBlock[];
  /** The block whose text stands in a field; null while none does. */
  open: Caret | null;
  /** The block that the keyboard is at. */
  active: string | null;
  past: readonly Step[];
  future: readonly Step[];
  /** What was written in last: going on there is no step of its own for undoing. */
  writing: { where: string; at: number } | null;
  made: number;
}

/** `now` is in milliseconds. */
export type EditorAction =
  | { type: "begin"; blocks: readonly EditedBlock[] }
  | { type: "open"; id: string; at: number; field?: "speaker" | "time" }
  | { type: "close"; id: string }
  | { type: "go"; id: string }
  | { type: "write"; id: string; text: string; at: number; now: number }
  | { type: "write_turn"; id: string; field: "speaker" | "time"; value: string; now: number }
  | { type: "split"; id: string; start: number; end: number }
  | { type: "join"; id: string; with: "before" | "after" }
  | { type: "change_kind"; id: string; kind: BlockKind }
  | { type: "remove"; id: string }
  | { type: "add_after"; id: string }
  | { type: "undo" }
  | { type: "redo" };

/** Milliseconds between two keys that still make one step. */
const PAUSE = 1_500;
const DEPTH = 200;

export function beginEditing(blocks: readonly EditedBlock[]): EditorState {
  return { blocks, open: null, active: blocks[0]?.id ?? null, past: [], future: [], writing: null, made: 0 };
}

/** What the text is after somebody did something to it. */
export function edit(state: EditorState, action: EditorAction): EditorState {
  switch (action.type) {
    case "begin":
      return { ...beginEditing(action.blocks), made: state.made };
    case "open":
      return { ...state, open: { id: action.id, at: action.at, ...(action.field ? { field: action.field } : {}) }, active: action.id };
    case "close":
      return state.open?.id === action.id ? { ...state, open: null, writing: null } : state;
    case "go":
      return { ...state, active: action.id };
    case "write":
      return write(state, action);
    case "write_turn":
      return writeTurn(state, action);
    case "split":
      return split(state, action);
    case "join":
      return action.with === "before" ? join(state, indexOf(state, action.id) - 1) : join(state, indexOf(state, action.id));
    case "change_kind":
      return put(stepped(state), action.id, (block) => [ofKind(block, action.kind)]);
    case "remove":
      return remove(state, action.id);
    case "add_after":
      return addAfter(state, action.id);
    case "undo":
      return travel(state, "past", "future");
    case "redo":
      return travel(state, "future", "past");
  }
}

function write(state: EditorState, { id, text, at, now }: Extract<EditorAction, { type: "write" }>): EditorState {
  const block = state.blocks.find((each) => each.id === id);
  if (!block || block.text === text) return state;
  const [first, ...rest] = betweenBlankLines(withText(block, text));
  const before = written(state, id, now);
  if (!first || rest.length === 0) return put(before, id, () => [withText(block, text)]);
  const pieces = [{ ...block, ...first.part }, ...rest.map((piece, index) => ({ ...following(block, before.made + index), ...piece.part }))];
  const here = Math.max(
    0,
    [first, ...rest].findLastIndex((piece) => piece.from <= at),
  );
  const caret = { id: pieces[here]?.id ?? id, at: Math.max(0, at - ([first, ...rest][here]?.from ?? 0)) };
  return { ...put(before, id, () => pieces), made: before.made + rest.length, open: caret, active: caret.id, writing: null };
}

function writeTurn(state: EditorState, { id, field, value, now }: Extract<EditorAction, { type: "write_turn" }>): EditorState {
  return put(written(state, `${id} ${field}`, now), id, (block) => [{ ...block, [field]: value }]);
}

function split(state: EditorState, { id, start, end }: Extract<EditorAction, { type: "split" }>): EditorState {
  const next = stepped(state);
  const block = state.blocks.find((each) => each.id === id);
  if (!block) return state;
  const [first] = cutBlock(block, start);
  const [, second] = cutBlock(block, end);
  const new_ = { ...following(block, next.made), ...second };
  return { ...put(next, id, () => [{ ...block, ...first }, new_]), made: next.made + 1, open: { id: new_.id, at: 0 }, active: new_.id };
}

/** Joins the block at the index with the one behind it. */
function join(state: EditorState, index: number): EditorState {
  const [first, second] = [state.blocks[index], state.blocks[index + 1]];
  if (!first || !second) return state;
  const { block, seam } = joinedBlock(first, second);
  const next = stepped(state);
  return { ...next, blocks: next.blocks.toSpliced(index, 2, block), open: { id: block.id, at: seam }, active: block.id };
}

function remove(state: EditorState, id: string): EditorState {
  const index = indexOf(state, id);
  if (index < 0) return state;
  const next = stepped(state);
  const blank: EditedBlock[] = state.blocks.length > 1 ? [] : [{ id: `new-${String(next.made)}`, base: null, type: "paragraph", text: "", marks: [] }];
  const blocks = next.blocks.toSpliced(index, 1, ...blank);
  return { ...next, blocks, made: next.made + blank.length, open: null, active: (blocks[index] ?? blocks.at(-1))?.id ?? null };
}

function addAfter(state: EditorState, id: string): EditorState {
  const block = state.blocks.find((each) => each.id === id);
  if (!block) return state;
  const next = stepped(state);
  const type = block.type === "heading" ? "paragraph" : block.type;
  const added: EditedBlock = { id: `new-${String(next.made)}`, base: null, type, text: "", marks: [] };
  return { ...put(next, id, () => [block, added]), made: next.made + 1, open: { id: added.id, at: 0 }, active: added.id };
}

function travel(state: EditorState, from: "past" | "future", to: "past" | "future"): EditorState {
  const step = state[from].at(-1);
  if (!step) return state;
  const here: Step = { blocks: state.blocks, caret: state.open };
  const active = step.caret?.id ?? changedBlock(state.blocks, step.blocks);
  const open = step.caret && { id: step.caret.id, at: caretIn(step.blocks, state.blocks, step.caret) };
  return { ...state, blocks: step.blocks, open, active, writing: null, [from]: state[from].slice(0, -1), [to]: [...state[to], here] };
}

function caretIn(blocks: readonly EditedBlock[], before: readonly EditedBlock[], { id, at }: Caret): number {
  const [now, old] = [blocks, before].map((list) => list.find((block) => block.id === id)?.text);
  return now === undefined || old === undefined || now === old ? at : caretAfterChange(old, now);
}

/** The first block that a step changes: there the eye belongs. */
function changedBlock(before: readonly EditedBlock[], after: readonly EditedBlock[]): string | null {
  const index = after.findIndex((block, at) => block !== before[at]);
  return (after[index] ?? after.at(-1))?.id ?? null;
}

/** The state with a new step to come back to. */
function stepped(state: EditorState): EditorState {
  return { ...state, past: [...state.past.slice(1 - DEPTH), { blocks: state.blocks, caret: state.open }], future: [], writing: null };
}

function written(state: EditorState, where: string, now: number): EditorState {
  const goesOn = state.writing?.where === where && now - state.writing.at < PAUSE;
  return { ...(goesOn ? state : stepped(state)), writing: { where, at: now } };
}

function put(state: EditorState, id: string, change: (block: EditedBlock) => EditedBlock[]): EditorState {
  const index = indexOf(state, id);
  const block = state.blocks[index];
  return block ? { ...state, blocks: state.blocks.toSpliced(index, 1, ...change(block)) } : state;
}

function indexOf(state: EditorState, id: string): number {
  return state.blocks.findIndex((block) => block.id === id);
}

/** A block of the same kind, behind this one; the time of a turn belongs to its beginning. */
function following({ time: _, ...block }: EditedBlock, made: number): EditedBlock {
  return { ...block, id: `new-${String(made)}`, base: null };
}

function ofKind({ id, base, text, marks, speaker, time }: EditedBlock, { type, level }: BlockKind): EditedBlock {
  const turn = type === "turn" ? { ...(speaker === undefined ? {} : { speaker }), ...(time === undefined ? {} : { time }) } : {};
  return { id, base, text, marks, type, ...(type === "heading" ? { level: level ?? 2 } : {}), ...turn };
}

/** The stretches between blank lines: a block holds none. `from` counts in the block's text. */
function betweenBlankLines(block: EditedBlock): { from: number; part: Pick<EditedBlock, "text" | "marks"> }[] {
  const cuts = [...block.text.matchAll(/\n[^\S\n]*(?:\n[^\S\n]*)*\n/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return [...cuts, { start: block.text.length, end: block.text.length }].map(({ start }, index) => {
    const from = cuts[index - 1]?.end ?? 0;
    const [head] = cutBlock(block, start);
    const [, part] = cutBlock({ ...block, ...head }, from);
    return { from, part };
  });
}

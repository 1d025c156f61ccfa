import { Marked, type Token, type Tokens } from "marked";
import { safeHref } from "@/lib/domain/url";

/** A stretch of words with its looks; a line break is "\n". Links lead to http(s) or mailto. */
export interface RichRun {
  text: string;
  strong?: true;
  emphasis?: true;
  struck?: true;
  code?: true;
  href?: string;
}

/** A block of rich text as plain data, for formats that are not HTML. */
export type RichBlock =
  | { type: "paragraph" | "preformatted"; runs: RichRun[] }
  | { type: "quote"; blocks: RichBlock[] }
  | { type: "list"; ordered: boolean; start: number; items: RichBlock[][] }
  | { type: "table"; rows: RichRun[][][] }
  | { type: "rule" };

/** Deeper than this nobody indents for its looks. */
const DEPTH_MAX = 8;

const markdown = new Marked({ gfm: true });

/** Markdown from people as plain blocks: what looks like HTML is words, and images are their descriptions. */
export function richBlocks(source: string): RichBlock[] {
  try {
    return blocksOf(markdown.lexer(source), 0);
  } catch {
    // Nested deeper than the parser can follow.
    return [{ type: "paragraph", runs: [{ text: source.trim() }] }];
  }
}

function blocksOf(tokens: readonly Token[], depth: number): RichBlock[] {
  return tokens.flatMap((token) => blockOf(token as Tokens.Generic & Token, depth));
}

function blockOf(token: Token, depth: number): RichBlock[] {
  if (depth > DEPTH_MAX) return plainBlock(token);
  if (is("paragraph", token) || is("text", token)) return paragraph(runsOf(token.tokens ?? [token], {}));
  if (is("heading", token)) return paragraph(runsOf(token.tokens, { strong: true }));
  if (is("code", token)) return [{ type: "preformatted", runs: [{ text: token.text, code: true }] }];
  if (is("blockquote", token)) return [{ type: "quote", blocks: blocksOf(token.tokens, depth + 1) }];
  if (is("hr", token)) return [{ type: "rule" }];
  if (is("list", token)) return [listOf(token, depth)];
  if (is("table", token)) return [{ type: "table", rows: [token.header, ...token.rows].map((row) => row.map((cell) => runsOf(cell.tokens, {}))) }];
  return plainBlock(token);
}

/** Tells the tokens of Marked apart, whose own union admits any type. */
function is<Name extends keyof TokenTypes>(type: Name, token: Token): token is TokenTypes[Name] {
  return token.type === type;
}

interface TokenTypes {
  paragraph: Tokens.Paragraph;
  text: Tokens.Text;
  heading: Tokens.Heading;
  code: Tokens.Code;
  blockquote: Tokens.Blockquote;
  hr: Tokens.Hr;
  list: Tokens.List;
  table: Tokens.Table;
  strong: Tokens.Strong;
  em: Tokens.Em;
  del: Tokens.Del;
  codespan: Tokens.Codespan;
  link: Tokens.Link;
  image: Tokens.Image;
  br: Tokens.Br;
  escape: Tokens.Escape;
}

function listOf({ ordered, start, items }: Tokens.List, depth: number): RichBlock {
  return {
    type: "list",
    ordered,
    start: start === "" ? 1 : start,
    items: items.map(({ task, checked, tokens }) => {
      const inside = tokens.flatMap((token): Token[] => (token.type === "checkbox" ? [] : [withoutCheckbox(token)]));
      const blocks = blocksOf(inside, depth + 1);
      return task ? boxed(blocks, checked === true ? "☑" : "☐") : blocks;
    }),
  };
}

/** In loose lists the box is in the paragraph. */
function withoutCheckbox(token: Token): Token {
  return is("paragraph", token) ? { ...token, tokens: token.tokens.filter(({ type }) => type !== "checkbox") } : token;
}

/** The blocks with a box before their first words. */
function boxed(blocks: readonly RichBlock[], box: string): RichBlock[] {
  const [first, ...rest] = blocks;
  if (first?.type !== "paragraph") return [...paragraph([{ text: box }]), ...blocks];
  return [{ type: "paragraph", runs: [{ text: `${box} ` }, ...first.runs] }, ...rest];
}

function plainBlock(token: Token): RichBlock[] {
  return token.type === "space" || token.type === "def" ? [] : paragraph([{ text: token.raw.trim() }]);
}

function paragraph(runs: RichRun[]): RichBlock[] {
  return runs.some(({ text }) => text.trim() !== "") ? [{ type: "paragraph", runs }] : [];
}

type Looks = Omit<RichRun, "text">;

function runsOf(tokens: readonly Token[], looks: Looks, depth = 0): RichRun[] {
  return tokens.flatMap((token): RichRun[] => {
    if (depth > DEPTH_MAX) return [{ text: token.raw, ...looks }];
    const inner = (more: Looks, within: readonly Token[]) => runsOf(within, { ...looks, ...more }, depth + 1);
    if (is("strong", token)) return inner({ strong: true }, token.tokens);
    if (is("em", token)) return inner({ emphasis: true }, token.tokens);
    if (is("del", token)) return inner({ struck: true }, token.tokens);
    if (is("codespan", token)) return [{ text: token.text, ...looks, code: true }];
    if (is("link", token)) {
      const href = safeHref(token.href);
      return inner(href === null ? {} : { href }, token.tokens);
    }
    if (is("br", token)) return [{ text: "\n", ...looks }];
    if (is("image", token) || is("escape", token)) return [{ text: token.text, ...looks }];
    if (is("text", token)) return token.tokens ? inner({}, token.tokens) : [{ text: token.text, ...looks }];
    return [{ text: token.raw, ...looks }];
  });
}

import { lexer, type MarkedToken, type Token } from "marked";
import { Fragment, useMemo, type ReactNode } from "react";
import { cx } from "./cx";

/** Deeper nesting than anybody writes; beyond it the source is shown as it is. */
const MAX_DEPTH = 12;

interface MarkdownProps {
  text: string;
  className?: string;
}

/** Markdown as React elements. HTML in it is shown as text, images as links, and only http(s) and mailto links lead anywhere. */
export function Markdown({ text, className }: MarkdownProps) {
  const content = useMemo(() => render(text), [text]);
  return (
    <div dir="auto" className={cx("grid gap-2 wrap-anywhere", className)}>
      {content}
    </div>
  );
}

function render(text: string): ReactNode {
  try {
    return blocks(lexer(text), 0);
  } catch {
    // Some thousand nested quotes exhaust the parser's stack; the words are still there to read.
    return <p className="whitespace-pre-wrap">{text}</p>;
  }
}

function blocks(tokens: Token[] | undefined, depth: number): ReactNode {
  return own(tokens).map((token, index) => <Fragment key={index}>{depth > MAX_DEPTH ? token.raw : block(token, depth + 1)}</Fragment>);
}

function block(token: MarkedToken, depth: number): ReactNode {
  switch (token.type) {
    case "space":
    case "def":
      return null;
    case "heading":
      return <p className="font-semibold">{inlines(token.tokens, depth)}</p>;
    case "paragraph":
      return <p className="whitespace-pre-line">{inlines(token.tokens, depth)}</p>;
    case "blockquote":
      return <blockquote className="grid gap-2 border-s-2 border-line-2 ps-3 text-ink-2">{blocks(token.tokens, depth)}</blockquote>;
    case "list": {
      const List = token.ordered ? "ol" : "ul";
      return (
        <List className={cx("grid gap-1 ps-5", token.ordered ? "list-decimal" : "list-disc")} {...(token.ordered && token.start ? { start: token.start } : {})}>
          {token.items.map((item, index) => (
            <li key={index}>{blocks(item.tokens, depth)}</li>
          ))}
        </List>
      );
    }
    case "code":
      return <pre className="overflow-x-auto rounded bg-sunk px-2 py-1 text-xs">{token.text}</pre>;
    case "hr":
      return <hr />;
    case "table":
      return (
        <div className="overflow-x-auto">
          <table className="text-start text-xs [&_:is(td,th)]:border [&_:is(td,th)]:px-2 [&_:is(td,th)]:py-1">
            <thead>
              <tr>
                {token.header.map((cell, index) => (
                  <th key={index}>{inlines(cell.tokens, depth)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {token.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, column) => (
                    <td key={column}>{inlines(cell.tokens, depth)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    default:
      return inline(token, depth);
  }
}

function inlines(tokens: Token[] | undefined, depth: number): ReactNode {
  return own(tokens).map((token, index) => <Fragment key={index}>{depth > MAX_DEPTH ? token.raw : inline(token, depth + 1)}</Fragment>);
}

function inline(token: MarkedToken, depth: number): ReactNode {
  switch (token.type) {
    case "text":
      return token.tokens ? inlines(token.tokens, depth) : token.text;
    case "escape":
      return token.text;
    case "strong":
      return <strong className="font-semibold">{inlines(token.tokens, depth)}</strong>;
    case "em":
      return <em>{inlines(token.tokens, depth)}</em>;
    case "del":
      return <del>{inlines(token.tokens, depth)}</del>;
    case "codespan":
      return <code className="rounded-[3px] bg-sunk px-1 text-[0.9em]">{token.text}</code>;
    case "br":
      return <br />;
    case "link":
      return <Link href={token.href}>{inlines(token.tokens, depth)}</Link>;
    case "image":
      return <Link href={token.href}>{token.text || token.href}</Link>;
    default:
      return token.raw;
  }
}

function Link({ href, children }: { href: string; children: ReactNode }) {
  if (!/^(?:https?:\/\/|mailto:)/i.test(href)) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noreferrer nofollow" className="text-accent underline underline-offset-2">
      {children}
    </a>
  );
}

function own(tokens: Token[] | undefined): MarkedToken[] {
  return (tokens ?? []) as MarkedToken[]; // without extensions the lexer makes no others
}

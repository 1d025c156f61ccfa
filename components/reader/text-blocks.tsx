import { memo, Suspense, type ReactNode } from "react";
import { safeHref } from "@/lib/domain/url";
import type { Block } from "@/lib/domain/text";
import { inlineRuns, layersOn, sameLayers, type Run } from "./inline-runs";
import type { Layer } from "./layers";
import { pageLevels } from "./outline";

interface TextBlocksProps {
  text: string;
  blocks: readonly Block[];
  /** Drawn as elements; empty where ranges are painted, so that claims never change these elements. */
  layers: readonly Layer[];
  /** The numbers in the margin, when these blocks are a part of a text. */
  numbers?: readonly (number | null)[] | undefined;
}

/**
 * The text, block by block. Each block's own text stands alone in an element with `data-block`, inside of a frame that holds the rest.
 * The beginning of a long text is sent, shown and brought to life without the rest, which follows section by section.
 */
export const TextBlocks = memo(function TextBlocks({ text, blocks, layers, numbers = paragraphNumbers(blocks) }: TextBlocksProps) {
  const levels = pageLevels(blocks);
  const frames = blocks.map((block, index) => (
    <BlockFrame
      key={block.start}
      text={text}
      block={block}
      index={index}
      number={numbers[index] ?? null}
      level={levels[index] ?? null}
      layers={layersOn(block, layers)}
    />
  ));
  const parts = sections(listRuns(blocks)).map((runs) => {
    const [from, to] = [runs[0]?.from ?? 0, runs.at(-1)?.to ?? 0];
    const length = (blocks[to - 1]?.end ?? 0) - (blocks[from]?.start ?? 0);
    return (
      <div key={from} className="reader-section" data-from={from} data-to={to} data-blocks={to - from} data-length={length}>
        {runs.map((run) => (run.list ? <ul key={run.from}>{frames.slice(run.from, run.to)}</ul> : frames[run.from]))}
      </div>
    );
  });
  const [first, ...others] = inGroups(parts, AT_ONCE);
  return (
    <>
      {first}
      {others.map((group, index) => (
        <Suspense key={index}>{group}</Suspense>
      ))}
    </>
  );
});

/** Blocks in a section: the browser lays out a section as a whole, when it comes near the view. */
const SECTION = 8;
/** Sections that are sent and brought to life together. */
const AT_ONCE = 4;

interface BlockRun {
  from: number;
  /** The block after the last one. */
  to: number;
  list: boolean;
}

/** Runs put together until they have the blocks of a section; a list is never torn apart. */
function sections(runs: readonly BlockRun[]): BlockRun[][] {
  const groups: BlockRun[][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    const begun = last?.[0];
    if (last && begun && run.from - begun.from < SECTION) last.push(run);
    else groups.push([run]);
  }
  return groups;
}

function inGroups<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}

type HeadingTag = "h2" | "h3" | "h4" | "h5" | "h6";
const HEADINGS: Record<number, HeadingTag> = { 2: "h2", 3: "h3", 4: "h4", 5: "h5", 6: "h6" };

interface BlockFrameProps {
  text: string;
  block: Block;
  index: number;
  number: number | null;
  /** The level of a heading in the page. */
  level: number | null;
  layers: readonly Layer[];
}

const BlockFrame = memo(
  function BlockFrame({ text, block, index, number, level, layers }: BlockFrameProps) {
    const Frame = block.type === "quote" ? "blockquote" : block.type === "list_item" ? "li" : "div";
    const Text = block.type === "preformatted" ? "pre" : level === null ? "p" : (HEADINGS[level] ?? "h6");
    return (
      <Frame className="reader-frame" data-type={block.type} data-number={number}>
        {block.type === "turn" && (block.speaker || block.time) && (
          <p className="reader-turn">
            {block.speaker && <b>{block.speaker}</b>} {block.time && <span>{block.time}</span>}
          </p>
        )}
        <Text className="reader-text" data-block={index}>
          {inlineRuns(block, layers).map(({ href, runs }, position) => {
            const inside = runs.map((run) => <RunText key={run.start} text={text} run={run} />);
            return href === null ? inside : <TextLink key={position} href={href} inside={inside} />;
          })}
        </Text>
      </Frame>
    );
  },
  (before, now) =>
    before.text === now.text &&
    before.block === now.block &&
    before.number === now.number &&
    before.level === now.level &&
    sameLayers(before.layers, now.layers),
);

function RunText({ text, run }: { text: string; run: Run }): ReactNode {
  let content: ReactNode = text.slice(run.start, run.end);
  for (const style of run.styles) {
    const Style = style === "emphasis" ? "em" : style;
    content = <Style className="reader-text">{content}</Style>;
  }
  if (run.layers.includes("added")) content = <ins className="reader-added">{content}</ins>;
  if (run.layers.includes("removed")) content = <del className="reader-removed">{content}</del>;
  const painted = run.layers.filter((name) => name !== "added" && name !== "removed");
  if (painted.length === 0) return content;
  return (
    <mark className="reader-mark" data-layers={painted.join(" ")}>
      {content}
    </mark>
  );
}

/** Not draggable, so that a selection can begin on it; what a click does is decided by the text surface. */
function TextLink({ href, inside }: { href: string; inside: ReactNode }) {
  const address = safeHref(href);
  if (!address) return inside;
  return (
    <a className="reader-text" href={address} target="_blank" rel="noopener noreferrer nofollow" draggable={false}>
      {inside}
    </a>
  );
}

/** Numbers in the margin: every block that is not a heading, counted from one. */
export function paragraphNumbers(blocks: readonly Pick<Block, "type">[]): (number | null)[] {
  let count = 0;
  return blocks.map((block) => (block.type === "heading" ? null : (count += 1)));
}

/** Consecutive list items become one list; every other block stands alone. */
function listRuns(blocks: readonly Block[]): BlockRun[] {
  const runs: BlockRun[] = [];
  blocks.forEach((block, index) => {
    const last = runs.at(-1);
    const list = block.type === "list_item";
    if (list && last?.list) last.to = index + 1;
    else runs.push({ from: index, to: index + 1, list });
  });
  return runs;
}

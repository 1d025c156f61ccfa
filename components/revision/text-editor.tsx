"use client";

import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Layer } from "@/components/reader/layers";
import "@/components/reader/reader.css";
import { paragraphNumbers } from "@/components/reader/text-blocks";
import { directionOf } from "@/lib/domain/text";
import { BlockMenu } from "./block-menu";
import { BlockRow } from "./block-row";
import { sameBlock, type EditedBlock } from "./edited-block";
import type { EditorAction, EditorState } from "./editor-state";
import "./revision.css";

interface TextEditorProps {
  state: EditorState;
  act: (action: EditorAction) => void;
  /** The text that is corrected, block by block. */
  base: readonly EditedBlock[];
  /** Claims on each block of the base, counted from the block's start. */
  layers: readonly (readonly Layer[])[];
  /** BCP 47. */
  language: string;
  title: string;
  /** Begins where the keyboard was last, as after looking over the changes. */
  resumes: boolean;
}

const NO_LAYERS: readonly Layer[] = [];

/** The text as it is read, in which every block can be opened and corrected in place. */
export function TextEditor({ state, act, base, layers, language, title, resumes }: TextEditorProps) {
  const { blocks, open, active } = state;
  const [menu, setMenu] = useState<{ id: string; button: HTMLElement } | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const hint = useId();
  const numbers = useMemo(() => paragraphNumbers(blocks), [blocks]);
  const current = useRef(state);
  useEffect(() => {
    current.current = state;
  });

  const neighbour = useCallback((id: string, step: number): EditedBlock | undefined => {
    const { blocks: now } = current.current;
    const index = now.findIndex((block) => block.id === id);
    return now[Math.min(Math.max(index + step, 0), now.length - 1)];
  }, []);
  const go = useCallback(
    (id: string, step: number) => {
      const next = neighbour(id, step);
      if (next) rowOf(list.current, next.id)?.focus();
    },
    [neighbour],
  );
  const leave = useCallback(
    (id: string, step: 1 | -1) => {
      const next = neighbour(id, step);
      if (next && next.id !== id) act({ type: "open", id: next.id, at: step === 1 ? 0 : next.text.length });
    },
    [neighbour, act],
  );
  const onMenu = useCallback((id: string, button: HTMLElement) => setMenu({ id, button }), []);

  useEffect(() => {
    const { active: last } = current.current;
    const row = resumes && last !== null ? rowOf(list.current, last) : null;
    row?.scrollIntoView({ block: "center" });
    row?.focus({ preventScroll: true });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only at the beginning
  }, []);

  // A field that closes, and a block that goes, leave the focus to the block where one is.
  const touched = useRef(false);
  useLayoutEffect(() => {
    const here = document.activeElement;
    const lost = here === null || here === document.body;
    if (!open && active !== null && lost && touched.current) rowOf(list.current, active)?.focus({ preventScroll: true });
  }, [open, active, blocks]);

  const inMenu = menu && blocks.findIndex((block) => block.id === menu.id);
  const menuBlock = inMenu === null ? undefined : blocks[inMenu];
  return (
    <>
      <p id={hint} className="sr-only">
        Arrow keys go from block to block, Enter opens one. Inside, Enter splits it at the caret, Shift and Enter break the line, Backspace at the start joins
        it with the one before, and Escape closes it.
      </p>
      <ol
        ref={list}
        aria-label={title}
        aria-describedby={hint}
        lang={language}
        dir={directionOf(language)}
        className="reader-surface revision-text"
        onFocus={() => (touched.current = true)}
      >
        {blocks.map((block, index) => {
          const original = block.base === null ? undefined : base[block.base];
          const changed = !original || !sameBlock(block, original);
          return (
            <BlockRow
              key={block.id}
              block={block}
              number={numbers[index] ?? null}
              changed={changed}
              active={block.id === active}
              caret={open?.id === block.id ? open : null}
              layers={changed || block.base === null ? NO_LAYERS : (layers[block.base] ?? NO_LAYERS)}
              act={act}
              onGo={go}
              onLeave={leave}
              onMenu={onMenu}
            />
          );
        })}
      </ol>
      {menu && menuBlock && (
        <BlockMenu
          block={menuBlock}
          first={inMenu === 0}
          button={menu.button}
          act={act}
          onClose={() => {
            setMenu(null);
            rowOf(list.current, menu.id)?.focus({ preventScroll: true });
          }}
        />
      )}
    </>
  );
}

/** What takes the focus in a block's row: its field, else its words. */
function rowOf(list: HTMLElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-row="${id}"] > [data-block]`) ?? null;
}

"use client";

import { useState, type DragEvent } from "react";

/** Makes an element take a file that is dropped on it; `over` while one hovers. Nothing is taken where `onFile` is null. */
export function useDropTarget(onFile: ((file: File) => void) | null) {
  const [over, setOver] = useState(false);
  if (!onFile) return { over: false, props: {} };
  return {
    over,
    props: {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event: DragEvent) => {
        // Between two elements inside it nothing is left.
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (!file) return;
        event.preventDefault();
        onFile(file);
      },
    },
  };
}

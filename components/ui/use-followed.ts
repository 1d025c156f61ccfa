"use client";

import { useState, type Dispatch, type SetStateAction } from "react";

/** State that a page was rendered with and that changes here; when the page is read again, what it has then goes before. */
export function useFollowed<T>(latest: T): [T, Dispatch<SetStateAction<T>>] {
  const [value, setValue] = useState(latest);
  const [read, setRead] = useState(latest);
  if (read !== latest) {
    setRead(latest);
    setValue(latest);
  }
  return [value, setValue];
}

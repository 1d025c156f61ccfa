"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "@/components/ui/toast";
import { api, ApiError } from "@/lib/ui/api";

interface Trashable {
  id: string;
  title: string;
}

/** Puts documents in the trash and takes them out again. What was just moved disappears at once, before the list is read anew. */
export function useTrashDocument() {
  const router = useRouter();
  const [moved, setMoved] = useState<ReadonlySet<string>>(new Set());

  function mark(id: string, gone: boolean) {
    setMoved((before) => new Set(gone ? [...before, id] : [...before].filter((each) => each !== id)));
  }

  /** `leave` goes to another page once it is done: the document's own are gone. */
  async function trash({ id, title }: Trashable, leave?: () => void): Promise<boolean> {
    mark(id, true);
    try {
      await api.delete(`/documents/${id}`);
    } catch (error) {
      mark(id, false);
      toast.error(`“${title}” was not deleted`, sentenceOf(error));
      return false;
    }
    toast.undo(`“${title}” is in the trash`, () => void bringBack({ id, title }));
    if (leave) leave();
    else router.refresh();
    return true;
  }

  /** Undoes `trash`: the document shows again where it was. */
  async function bringBack(document: Trashable): Promise<void> {
    if (await takeOut(document)) mark(document.id, false);
    router.refresh();
  }

  /** For the list of what is in the trash, which it leaves. */
  async function restore(document: Trashable): Promise<void> {
    mark(document.id, true);
    if (await takeOut(document)) toast.success(`“${document.title}” is back`);
    else mark(document.id, false);
    router.refresh();
  }

  return { trash, restore, isMoved: (id: string) => moved.has(id) };
}

async function takeOut({ id, title }: Trashable): Promise<boolean> {
  try {
    await api.post(`/documents/${id}/restore`, {});
    return true;
  } catch (error) {
    toast.error(`“${title}” is still in the trash`, sentenceOf(error));
    return false;
  }
}

function sentenceOf(error: unknown): string | undefined {
  return error instanceof ApiError ? error.message : undefined;
}

"use client";

import { Ellipsis } from "lucide-react";
import { Suspense, useRef, useState } from "react";
import { IconButton } from "@/components/ui/button";
import { part } from "@/components/ui/part";
import type { DocumentView } from "@/lib/domain/views";

const fetchMenu = () => import("./document-menu-items");
const DocumentMenuItems = part(fetchMenu, (each) => each.DocumentMenuItems);

/** What can be done with the document as a whole. The menu is fetched when the pointer or the focus nears it. */
export function DocumentMenu({ document }: { document: Pick<DocumentView, "id" | "can" | "marksApart"> }) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  return (
    <div className="relative">
      <IconButton
        ref={button}
        label="Document"
        icon={<Ellipsis aria-hidden size={16} />}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerEnter={() => void fetchMenu()}
        onFocus={() => void fetchMenu()}
        onClick={() => {
          setUsed(true);
          setOpen(!open);
        }}
      />
      {used && (
        <Suspense>
          <DocumentMenuItems document={document} button={button} open={open} onOpenChange={setOpen} />
        </Suspense>
      )}
    </div>
  );
}

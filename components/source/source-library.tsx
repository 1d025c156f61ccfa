"use client";

import { BookOpen, Plus, Search, SearchX } from "lucide-react";
import { useRouter } from "next/navigation";
import { debounce, useQueryStates } from "nuqs";
import { useRef, useState, useTransition } from "react";
import { useDesk } from "@/components/desk/desk-context";
import { useCommands } from "@/components/desk/use-commands";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { Kbd } from "@/components/ui/kbd";
import { useShortcuts } from "@/components/ui/keyboard";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import type { SourceView } from "@/lib/domain/views";
import { countOf } from "@/lib/ui/format";
import { AddSourceDialog } from "./add-source-dialog";
import { EditSourceDialog } from "./edit-source-dialog";
import { sourceParams, sourcesHref } from "./source-params";
import { SourceTable } from "./source-table";

interface SourceLibraryProps {
  items: readonly SourceView[];
  total: number;
  pageSize: number;
  can: { create: boolean };
}

/** Milliseconds without typing before the server is asked. */
const PAUSE_MS = 200;

/** The sources of the workspace, found while one types, added and corrected. */
export function SourceLibrary({ items, total, pageSize, can }: SourceLibraryProps) {
  const router = useRouter();
  const { person } = useDesk();
  const [pending, startTransition] = useTransition();
  const [{ q, page }, set] = useQueryStates(sourceParams, { shallow: false, startTransition });
  const [open, setOpen] = useState<SourceView | "new" | null>(null);
  const search = useRef<HTMLInputElement>(null);
  useShortcuts({ "/": () => search.current?.focus() });
  useCommands("Sources", can.create ? [{ id: "sources.add", label: "Add a source", icon: <Plus size={16} />, run: () => setOpen("new") }] : []);

  function saved(message: string) {
    setOpen(null);
    toast.success(message);
    router.refresh();
  }

  const dialog = { personId: person.id, onOpenTwin: setOpen, onClose: () => setOpen(null) };
  return (
    <div className="grid gap-5">
      <PageHeader
        title="Sources"
        description={<span role="status">{q ? `${countOf(total, "source")} found` : `${countOf(total, "source")} in the library`}</span>}
        actions={can.create && <AddButton onPress={() => setOpen("new")} />}
      />
      {(total > 0 || q !== "") && (
        <search>
          <TextInput
            ref={search}
            type="search"
            aria-label="Search sources"
            placeholder="Title, publisher, author, or a whole address"
            leading={<Search aria-hidden size={14} />}
            trailing={q === "" && <Kbd keys="/" className="me-1" />}
            maxLength={200}
            value={q}
            onChange={(event) => void set({ q: event.target.value, page: null }, event.target.value === "" ? {} : { limitUrlUpdates: debounce(PAUSE_MS) })}
            onKeyDown={(event) => event.key === "Escape" && void set({ q: null, page: null })}
          />
        </search>
      )}
      {items.length > 0 ? (
        <div aria-busy={pending} className={cx("transition-opacity", pending && "opacity-60")}>
          <SourceTable sources={items} onEdit={setOpen} />
        </div>
      ) : q !== "" ? (
        <EmptyState
          title="No source fits"
          icon={<SearchX size={18} />}
          action={
            <>
              <Button onClick={() => void set({ q: null, page: null })}>Show all sources</Button>
              {can.create && <AddButton onPress={() => setOpen("new")} />}
            </>
          }
        >
          Each word must stand in the title, the publisher, the author or the address.
        </EmptyState>
      ) : (
        <EmptyState title="No sources yet" icon={<BookOpen size={18} />} action={can.create && <AddButton onPress={() => setOpen("new")} />} className="py-16">
          Sources that you give as evidence on a claim gather here, to be used again. You can also add them beforehand.
        </EmptyState>
      )}
      <Pager label="Pages of sources" page={page} pageSize={pageSize} total={total} hrefFor={(next) => sourcesHref({ q, page: next })} />
      {open === "new" && <AddSourceDialog {...dialog} onSaved={() => saved("The source is in the library")} />}
      {open !== null && open !== "new" && <EditSourceDialog key={open.id} {...dialog} source={open} onSaved={() => saved("The source is saved")} />}
    </div>
  );
}

function AddButton({ onPress }: { onPress: () => void }) {
  return (
    <Button variant="primary" icon={<Plus aria-hidden size={16} />} onClick={onPress}>
      Add a source…
    </Button>
  );
}

"use client";

import { IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { SNAPSHOT_KINDS, type QuoteFinding } from "@/lib/domain/snapshot";
import type { SnapshotView } from "@/lib/domain/views";
import { formatBytes, formatDateShort } from "@/lib/ui/format";
import { FileCheck2, FileText, FileWarning, Image, Trash2 } from "lucide-react";

interface SnapshotListProps {
  snapshots: readonly SnapshotView[];
  /** Whether the quote stands in each whose words are known, by its id. */
  found: ReadonlyMap<string, QuoteFinding>;
  /** Nothing where one may only look. */
  onDelete: ((snapshot: SnapshotView) => void) | undefined;
}

/** What a source said when it was read: files to be downloaded, each with its day and size. */
export function SnapshotList({ snapshots, found, onDelete }: SnapshotListProps) {
  return (
    <ul aria-label="Snapshots" className="grid gap-0.5">
      {snapshots.map((snapshot) => (
        <SnapshotRow key={snapshot.id} snapshot={snapshot} found={found.get(snapshot.id)} onDelete={onDelete && (() => onDelete(snapshot))} />
      ))}
    </ul>
  );
}

interface SnapshotRowProps {
  snapshot: SnapshotView;
  found: QuoteFinding | undefined;
  onDelete: (() => void) | undefined;
}

function SnapshotRow({ snapshot: { id, filename, mediaType, bytes, takenOn, note }, found, onDelete }: SnapshotRowProps) {
  const Icon = mediaType.startsWith("image/") ? Image : FileText;
  return (
    <li className="flex items-start gap-2 text-xs">
      <Icon aria-hidden size={14} className="mt-0.5 shrink-0 text-ink-3" />
      <div className="min-w-0 flex-1">
        <a
          href={`/api/v1/snapshots/${id}/file`}
          download
          aria-label={`Download ${filename}`}
          className="block truncate font-medium decoration-line-3 underline-offset-2 hover:underline"
        >
          <bdi>{filename}</bdi>
        </a>
        <p className="text-ink-3 tabular-nums">
          {SNAPSHOT_KINDS[mediaType].name} · {formatBytes(bytes)} · taken {formatDateShort(takenOn)}
        </p>
        {note && (
          <p dir="auto" className="whitespace-pre-line text-ink-2 wrap-anywhere">
            {note}
          </p>
        )}
        {found && <Finding found={found} />}
      </div>
      {onDelete && (
        <IconButton size="sm" label={`Delete ${filename}`} icon={<Trash2 aria-hidden size={13} />} onClick={onDelete} className="-me-1.5 shrink-0" />
      )}
    </li>
  );
}

const FINDINGS: Record<QuoteFinding, { words: string; look: string; icon: typeof FileCheck2 | null }> = {
  exact: { words: "The quote stands in it, word for word.", look: "text-ok", icon: FileCheck2 },
  changed: { words: "Something like the quote stands in it, in other words.", look: "text-warn", icon: FileWarning },
  missing: { words: "The quote was not found in it.", look: "text-ink-3", icon: null },
};

function Finding({ found }: { found: QuoteFinding }) {
  const { words, look, icon: Icon } = FINDINGS[found];
  return (
    <p className={cx("flex items-start gap-1", look)}>
      {Icon && <Icon aria-hidden size={12} className="mt-0.5 shrink-0" />}
      {words}
    </p>
  );
}

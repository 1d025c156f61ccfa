"use client";

import { useReport } from "@/components/moderation/use-report";
import { IconButton } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Tag } from "@/components/ui/tag";
import { SOURCE_TYPE_NAMES } from "@/lib/domain/evidence";
import { httpUrl } from "@/lib/domain/url";
import type { EvidenceView } from "@/lib/domain/views";
import { formatDateShort } from "@/lib/ui/format";
import { BadgeCheck, CircleDashed, Ellipsis, ExternalLink, Flag, Lock, MessageSquarePlus, Pencil, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { STANCE_LOOKS } from "./names";

interface EvidenceCardProps {
  evidence: EvidenceView;
  onEdit: () => void;
  onDelete: () => void;
  /** Says that the quote was found in the source, or takes that back. */
  onVerify: (verified: boolean) => void;
  /** Begins a discussion about it; nothing where one may not speak. */
  onDiscuss?: (() => void) | undefined;
}

/** One use of a source: how it stands to the claim, what it says, and where. */
export function EvidenceCard({ evidence, onEdit, onDelete, onVerify, onDiscuss }: EvidenceCardProps) {
  const { source } = evidence;
  const { report, window: reporting } = useReport("evidence", evidence.id);
  const stance = STANCE_LOOKS[evidence.stance];
  const address = source.url ? httpUrl(source.url) : null;
  const archive = evidence.archiveUrl ? httpUrl(evidence.archiveUrl) : null;
  const confidential = evidence.confidential || source.confidential;

  return (
    <li className="grid gap-1 rounded-[10px] border border-line px-3 py-2.5">
      <div className="flex min-h-6 flex-wrap items-center gap-1.5">
        <Tag toned className={stance.tone}>
          {stance.name.toLowerCase()}
        </Tag>
        {source.primary && <Tag>primary</Tag>}
        {confidential && (
          <Tag toned className="tone-mostly-false">
            <Lock aria-hidden size={10} />
            confidential
          </Tag>
        )}
        <span className="flex-1" />
        {!archive && address && (
          <span className="flex items-center gap-1 text-xs text-warn">
            <CircleDashed aria-hidden size={12} />
            not archived
          </span>
        )}
        {reporting}
        <Menu align="end" trigger={<IconButton size="sm" label={`Evidence: ${source.title}`} icon={<Ellipsis size={14} />} className="-my-1 -me-1.5" />}>
          {onDiscuss && (
            <MenuItem icon={<MessageSquarePlus size={14} />} onSelect={onDiscuss}>
              Discuss
            </MenuItem>
          )}
          {evidence.can.edit && (
            <>
              <MenuItem icon={<Pencil size={14} />} onSelect={onEdit}>
                Edit…
              </MenuItem>
              {evidence.quote && (
                <MenuItem icon={<BadgeCheck size={14} />} onSelect={() => onVerify(!evidence.quoteVerified)}>
                  {evidence.quoteVerified ? "Quote is not verified" : "Quote is verified"}
                </MenuItem>
              )}
              <MenuItem icon={<Trash2 size={14} />} danger onSelect={onDelete}>
                Delete
              </MenuItem>
            </>
          )}
          <MenuItem icon={<Flag size={14} />} onSelect={report}>
            Report…
          </MenuItem>
        </Menu>
      </div>
      <p dir="auto" className="font-semibold text-pretty wrap-anywhere">
        {address ? <Outside href={address}>{source.title}</Outside> : source.title}
      </p>
      <p className="flex flex-wrap gap-x-1.5 text-xs text-ink-3">
        <Dotted>
          {source.publisher && <bdi>{source.publisher}</bdi>}
          {source.author && <bdi>{source.author}</bdi>}
          {!source.publisher && !source.author && SOURCE_TYPE_NAMES[source.type]}
          {source.publishedOn && formatDateShort(source.publishedOn)}
          {evidence.locator && <bdi>{evidence.locator}</bdi>}
          {archive && (
            <a href={archive} target="_blank" rel="noreferrer" className="underline decoration-line-3 underline-offset-2 hover:text-ink">
              archived{evidence.archivedOn && ` ${formatDateShort(evidence.archivedOn)}`}
            </a>
          )}
          {evidence.accessedOn && `seen ${formatDateShort(evidence.accessedOn)}`}
        </Dotted>
      </p>
      {evidence.quote && (
        <blockquote dir="auto" className="mt-0.5 font-text text-sm/5.25 whitespace-pre-line text-ink-2">
          “{evidence.quote}”
        </blockquote>
      )}
      {evidence.quote && evidence.quoteVerified && (
        <p className="flex items-center gap-1 text-xs text-ok">
          <BadgeCheck aria-hidden size={12} />
          Found in the source by {evidence.quoteVerified.by.name}, {formatDateShort(evidence.quoteVerified.at)}
        </p>
      )}
      {evidence.note && (
        <p dir="auto" className="text-xs whitespace-pre-line text-ink-2">
          {evidence.note}
        </p>
      )}
    </li>
  );
}

function Outside({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noreferrer" className="decoration-line-3 underline-offset-2 hover:underline">
      {children}
      <ExternalLink aria-hidden size={11} className="ms-1 inline text-ink-3" />
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}

/** Its children in a row, with a dot between those that are there. */
function Dotted({ children }: { children: ReactNode[] }) {
  return children.filter(Boolean).map((child, index, all) => (
    <span key={index} className="flex gap-x-1.5">
      <span>{child}</span>
      {index < all.length - 1 && <span aria-hidden>·</span>}
    </span>
  ));
}

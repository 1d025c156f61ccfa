"use client";

import { useReport } from "@/components/moderation/use-report";
import { useDropTarget } from "@/components/snapshot/use-drop-target";
import { Button, IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Tag } from "@/components/ui/tag";
import { SOURCE_TYPE_NAMES } from "@/lib/domain/evidence";
import { answerReason, answerWords } from "@/lib/domain/question";
import { SNAPSHOTS_MAX } from "@/lib/domain/snapshot";
import { httpUrl } from "@/lib/domain/url";
import type { EvidenceView, QuestionView } from "@/lib/domain/views";
import { formatDateShort } from "@/lib/ui/format";
import {
  BadgeCheck,
  Camera,
  CircleDashed,
  CircleSlash,
  Ellipsis,
  ExternalLink,
  Flag,
  Lock,
  MessageCircleQuestion,
  MessageSquarePlus,
  Pencil,
  Trash2,
} from "lucide-react";
import type { ReactNode } from "react";
import { STANCE_LOOKS } from "./names";

interface EvidenceCardProps {
  evidence: EvidenceView;
  /** Those of its claim. */
  questions: readonly QuestionView[];
  onEdit: () => void;
  onDelete: () => void;
  /** Says that the quote was found in the source, or takes that back. */
  onVerify: (verified: boolean) => void;
  /** Has it answer another question, or none. */
  onAnswer: (questionId: string | null) => void;
  /** Begins a discussion about it; nothing where one may not speak. */
  onDiscuss?: (() => void) | undefined;
  /** Begins to keep a snapshot of the source, with the file that was dropped on the card, if any. */
  onKeep: (dropped: File | null) => void;
  /** Its snapshots. */
  children: ReactNode;
}

/** The most questions in the menu; all of them are in the dialog. */
const MOST_OFFERED = 8;

/** One use of a source: how it stands to the claim, what it says, and where. */
export function EvidenceCard({ evidence, questions, onEdit, onDelete, onVerify, onAnswer, onDiscuss, onKeep, children }: EvidenceCardProps) {
  const { source } = evidence;
  const { report, window: reporting } = useReport("evidence", evidence.id, evidence.createdBy.id);
  const stance = STANCE_LOOKS[evidence.stance];
  const address = source.url ? httpUrl(source.url) : null;
  const archive = evidence.archiveUrl ? httpUrl(evidence.archiveUrl) : null;
  const answer = evidence.questionId === null || evidence.answerType === "extractive" ? "" : answerWords(evidence);
  const reason = answerReason(evidence);
  const askable = questions.filter(({ id, unanswerable }) => id !== evidence.questionId && !unanswerable).slice(0, MOST_OFFERED);
  const confidential = evidence.confidential || source.confidential;

  const full = evidence.snapshots.length >= SNAPSHOTS_MAX;
  const drop = useDropTarget(evidence.can.edit && !full ? onKeep : null);

  return (
    <li {...drop.props} className={cx("grid gap-1 rounded-[10px] border border-line px-3 py-2.5", drop.over && "outline-2 outline-accent outline-dashed")}>
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
        {evidence.closed && (
          <Tag toned className="tone-half">
            {evidence.closed === "held" ? "waits for a moderator" : "locked by a moderator"}
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
        <Menu
          align="end"
          trigger={<IconButton size="sm" label={`Evidence: ${source.title}`} icon={<Ellipsis size={14} />} className="-my-1 ms-auto -me-1.5" />}
        >
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
              {askable.map(({ id, number, text }) => (
                <MenuItem key={id} icon={<MessageCircleQuestion size={14} />} hint={<bdi className="line-clamp-1">{text}</bdi>} onSelect={() => onAnswer(id)}>
                  Answers question {number}
                </MenuItem>
              ))}
              {evidence.questionId !== null && (
                <MenuItem icon={<CircleSlash size={14} />} onSelect={() => onAnswer(null)}>
                  Answers no question
                </MenuItem>
              )}
              <MenuItem icon={<Trash2 size={14} />} danger onSelect={onDelete}>
                Delete
              </MenuItem>
            </>
          )}
          {report && (
            <MenuItem icon={<Flag size={14} />} onSelect={report}>
              Report…
            </MenuItem>
          )}
        </Menu>
      </div>
      {answer !== "" && (
        <p dir="auto" className="text-pretty wrap-anywhere whitespace-pre-line">
          {reason === "" ? answer : `${answer}. ${reason}`}
        </p>
      )}
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
      {children}
      {evidence.can.edit && !full && (
        <Button size="sm" variant="ghost" icon={<Camera aria-hidden size={13} />} onClick={() => onKeep(null)} className="-ms-2.5 justify-self-start">
          {evidence.snapshots.length === 0 ? "Keep a snapshot" : "Keep another snapshot"}
        </Button>
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

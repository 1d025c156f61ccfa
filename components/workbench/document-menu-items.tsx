"use client";

import { FileInput, FilePenLine, Flag, GitCompareArrows, Globe, Highlighter, History, Scale, ScrollText, Settings, Users } from "lucide-react";
import Link from "next/link";
import type { ReactNode, RefObject } from "react";
import { useDesk } from "@/components/desk/desk-context";
import { useReport } from "@/components/moderation/use-report";
import { MenuBelow, MenuItem } from "@/components/ui/menu";
import { atLeast } from "@/lib/domain/role";
import type { DocumentView } from "@/lib/domain/views";

interface DocumentMenuItemsProps {
  document: Pick<DocumentView, "id" | "can" | "marksApart">;
  button: RefObject<HTMLButtonElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The ways from the workbench to what else there is of the document. */
export function DocumentMenuItems({ document: { id, can, marksApart }, ...menu }: DocumentMenuItemsProps) {
  const { person } = useDesk();
  const { report, window: reporting } = useReport("document", id);
  return (
    <>
      <MenuBelow label="Document" align="end" {...menu}>
        {marksApart && can.seeAgreement && (
          <MenuLink href={`/documents/${id}/marks`} icon={<Highlighter aria-hidden size={14} />}>
            Mark for yourself
          </MenuLink>
        )}
        {can.mark && (
          <MenuLink href={`/documents/${id}/bring-in`} icon={<FileInput aria-hidden size={14} />}>
            Bring in claims
          </MenuLink>
        )}
        {can.edit && (
          <MenuLink href={`/documents/${id}/text`} icon={<FilePenLine aria-hidden size={14} />}>
            Correct the text
          </MenuLink>
        )}
        <MenuLink href={`/documents/${id}/revisions`} icon={<History aria-hidden size={14} />}>
          Revisions
        </MenuLink>
        {can.assign && (
          <MenuLink href={`/documents/${id}/assign`} icon={<Users aria-hidden size={14} />}>
            Assign claims
          </MenuLink>
        )}
        {can.seeAgreement && (
          <MenuLink href={`/documents/${id}/adjudicate`} icon={<GitCompareArrows aria-hidden size={14} />}>
            Disagreements
          </MenuLink>
        )}
        {can.seeAgreement && (
          <MenuLink href={`/documents/${id}/agreement`} icon={<Scale aria-hidden size={14} />}>
            Agreement
          </MenuLink>
        )}
        {can.seePublication && (
          <MenuLink href={`/documents/${id}/publish`} icon={<Globe aria-hidden size={14} />}>
            Publish
          </MenuLink>
        )}
        {can.edit && (
          <MenuLink href={`/documents/${id}/settings`} icon={<Settings aria-hidden size={14} />}>
            Document settings
          </MenuLink>
        )}
        {atLeast(person, "admin") && (
          <MenuLink href={`/audit?documentId=${id}`} icon={<ScrollText aria-hidden size={14} />}>
            Audit log
          </MenuLink>
        )}
        {can.report && report && (
          <MenuItem icon={<Flag aria-hidden size={14} />} onSelect={report}>
            Report…
          </MenuItem>
        )}
      </MenuBelow>
      {reporting}
    </>
  );
}

function MenuLink({ href, icon, children }: { href: string; icon: ReactNode; children: ReactNode }) {
  return (
    <MenuItem asChild>
      <Link href={href}>
        <span className="flex w-4 justify-center text-ink-3">{icon}</span>
        {children}
      </Link>
    </MenuItem>
  );
}

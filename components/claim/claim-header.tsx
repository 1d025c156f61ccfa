"use client";

import { useReport } from "@/components/moderation/use-report";
import { Button, IconButton } from "@/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { Pill, Tag } from "@/components/ui/tag";
import { STATE_NAMES, type ClaimState } from "@/lib/domain/claim";
import type { ClaimView } from "@/lib/domain/views";
import { ChevronDown, ChevronLeft, ChevronRight, Flag, Lock, Trash2 } from "lucide-react";
import { ClaimStateDot } from "./claim-state-dot";
import { TYPE_NAMES } from "./names";

interface ClaimHeaderProps {
  claim: ClaimView;
  position: number;
  total: number;
  moving: ClaimState | null;
  onMove: (to: ClaimState) => void;
  onDelete: () => void;
  onPrevious: () => void;
  onNext: () => void;
}

/** The claim's state and the moves from it, what kind of claim it is, and where it stands among the others. */
export function ClaimHeader({ claim, position, total, moving, onMove, onDelete, onPrevious, onNext }: ClaimHeaderProps) {
  const { report, window: reporting } = useReport("claim", claim.id, claim.createdBy.id);
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
      <StateMenu claim={claim} moving={moving} onMove={onMove} onDelete={onDelete} />
      {claim.type && <Tag>{TYPE_NAMES[claim.type]}</Tag>}
      {claim.tags.map((tag) => (
        <Tag key={tag} dir="auto">
          {tag}
        </Tag>
      ))}
      <span className="ms-auto flex items-center text-xs text-ink-3 tabular-nums">
        {report && <IconButton size="sm" label="Report this claim…" icon={<Flag size={14} />} onClick={report} />}
        {reporting}
        <IconButton
          size="sm"
          label="Previous claim"
          icon={<ChevronLeft size={14} className="rtl:rotate-180" />}
          disabled={position <= 1}
          onClick={onPrevious}
        />
        {position} of {total}
        <IconButton
          size="sm"
          label="Next claim"
          icon={<ChevronRight size={14} className="rtl:rotate-180" />}
          disabled={position >= total}
          onClick={onNext}
          className="-me-1.5"
        />
      </span>
      {claim.closed && (
        <p className="flex basis-full items-center gap-1.5 text-xs text-warn">
          <Lock aria-hidden size={12} />
          {claim.closed === "held" ? "Waits for a moderator. Nobody but you sees it until then." : "A moderator locked this: nobody can change it."}
        </p>
      )}
    </div>
  );
}

function StateMenu({ claim, moving, onMove, onDelete }: Pick<ClaimHeaderProps, "claim" | "moving" | "onMove" | "onDelete">) {
  const { moveTo } = claim.can;
  const name = STATE_NAMES[claim.state];
  if (moveTo.length === 0 && !claim.can.delete) {
    return (
      <Pill>
        <ClaimStateDot state={claim.state} />
        {name}
      </Pill>
    );
  }
  const trigger = (
    <Button size="sm" variant="ghost" loading={moving !== null} className="h-6 rounded-full bg-sunk text-ink" icon={<ClaimStateDot state={claim.state} />}>
      {name}
      <ChevronDown aria-hidden size={12} className="text-ink-3" />
      <span className="sr-only">, change</span>
    </Button>
  );
  return (
    <Menu trigger={trigger}>
      {moveTo.map((to) => (
        <MenuItem key={to} icon={<ClaimStateDot state={to} />} onSelect={() => onMove(to)}>
          {moveName(claim.state, to)}
        </MenuItem>
      ))}
      {moveTo.length > 0 && claim.can.delete && <MenuSeparator />}
      {claim.can.delete && (
        <MenuItem icon={<Trash2 size={14} />} danger onSelect={onDelete}>
          Delete claim…
        </MenuItem>
      )}
    </Menu>
  );
}

/** A move in the words of who makes it. */
function moveName(from: ClaimState, to: ClaimState): string {
  if (to === "skipped") return "Skip…";
  if (from === "approved") return "Reopen…";
  if (from === "skipped") return "Take up again";
  return STATE_NAMES[to];
}

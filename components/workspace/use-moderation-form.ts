"use client";

import { useMemo } from "react";
import type { ContributionLimits } from "@/lib/domain/contribution-limits";
import type { ModerationSettings } from "@/lib/domain/moderation";
import { ROLES, type Role } from "@/lib/domain/role";
import { api } from "@/lib/ui/api";
import type { Snapshot } from "@/lib/ui/autosave";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { always, useRecordSaver, type RecordForm } from "@/lib/ui/use-record-saver";

export const LIMIT_SPANS = ["minute", "hour"] as const;
/** As the server names it when it refuses the value. */
type LimitField = `contributionLimits.${Role}.${(typeof LIMIT_SPANS)[number]}`;

export const limitField = (role: Role, span: (typeof LIMIT_SPANS)[number]): LimitField => `contributionLimits.${role}.${span}`;

type ModerationValues = Record<LimitField, string> & {
  moderationRules: readonly string[];
  approveFirst: string;
  heldTerms: string;
  publicTransparency: boolean;
  refusedTerms: string;
};

/** By what the workspace is moderated; it saves itself. */
export function useModerationForm(settings: ModerationSettings, personId: string): RecordForm<ModerationValues> {
  return useRecordSaver<ModerationValues>({
    personId,
    record: "workspace-moderation",
    snapshot: useMemo(() => snapshotOf(settings), [settings]),
    autosaves: always,
    save,
    readCurrent: (current) => (current ? snapshotOf(current as ModerationSettings) : null), // a conflict carries the record that was written to
  });
}

async function save({ version, changes, idempotencyKey }: SaveRequest): Promise<Snapshot<ModerationValues>> {
  const limits = ROLES.map((role) => [role, Object.fromEntries(LIMIT_SPANS.flatMap((span) => amountOf(span, changes[limitField(role, span)])))] as const);
  const changed = limits.filter(([, limit]) => Object.keys(limit).length > 0);
  const plain = Object.fromEntries(Object.entries(changes).filter(([name]) => !name.includes(".")));
  const first = changes.approveFirst === undefined ? {} : Object.fromEntries(amountOf("approveFirst", changes.approveFirst, -1));
  const body = { version, ...plain, ...first, ...(changed.length > 0 ? { contributionLimits: Object.fromEntries(changed) } : {}) };
  return snapshotOf(await api.patch<ModerationSettings>("/workspace/moderation", body, { idempotencyKey }));
}

/** What is no number is sent as one that the server refuses by name. */
function amountOf(name: string, typed: unknown, refused = 0): [string, number][] {
  return typeof typed === "string" ? [[name, /^\d+$/.test(typed.trim()) ? Number(typed) : refused]] : [];
}

function snapshotOf({ version, contributionLimits, approveFirst, ...rest }: ModerationSettings): Snapshot<ModerationValues> {
  return { version, fields: { ...rest, approveFirst: String(approveFirst), ...limitFields(contributionLimits) } };
}

function limitFields(limits: ContributionLimits): Record<LimitField, string> {
  const fields = ROLES.flatMap((role) => LIMIT_SPANS.map((span) => [limitField(role, span), String(limits[role][span])]));
  return Object.fromEntries(fields) as Record<LimitField, string>; // every role and span is there
}

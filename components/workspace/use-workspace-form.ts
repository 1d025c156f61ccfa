"use client";

import type { GateRules } from "@/lib/domain/gate";
import type { PageDefaults, PublisherSettings } from "@/lib/domain/publication";
import type { RetentionSettings } from "@/lib/domain/retention";
import type { PanelRule, ReviewMode } from "@/lib/domain/review";
import { api } from "@/lib/ui/api";
import type { Snapshot } from "@/lib/ui/autosave";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { draftHere } from "@/lib/ui/standing";
import { always, useRecordSaver, type RecordForm } from "@/lib/ui/use-record-saver";
import { useMemo } from "react";

/** The settings as the server has them. */
interface Settings extends GateRules, PublisherSettings, PageDefaults, RetentionSettings {
  name: string;
  reviewMode: ReviewMode;
  reviewers: number;
  panelRule: PanelRule;
  secondFactorRequired: boolean;
  version: number;
}

const NUMBERS = ["reviewers", "minSources", "trashDays", "toldDays"] as const;
type NumberField = (typeof NUMBERS)[number];
type WorkspaceValues = { [K in keyof Omit<Settings, "version" | NumberField>]: Settings[K] } & Record<NumberField, string>;

/** The workspace's settings, which save themselves. */
export function useWorkspaceForm(settings: Settings, personId: string): RecordForm<WorkspaceValues> {
  return useRecordSaver<WorkspaceValues>({
    personId,
    record: draftHere("workspace"),
    snapshot: useMemo(() => snapshotOf(settings), [settings]),
    autosaves: always,
    save,
    readCurrent: (current) => (current ? snapshotOf(current as Settings) : null), // a conflict carries the record that was written to
  });
}

async function save({ version, changes, idempotencyKey }: SaveRequest): Promise<Snapshot<WorkspaceValues>> {
  const numbers = Object.fromEntries(NUMBERS.flatMap((name) => (changes[name] === undefined ? [] : [[name, Number(changes[name])]])));
  const body = { version, ...changes, ...numbers };
  return snapshotOf(await api.patch<Settings>("/workspace", body, { idempotencyKey }));
}

function snapshotOf({ version, reviewers, minSources, trashDays, toldDays, ...rest }: Settings): Snapshot<WorkspaceValues> {
  const numbers = { reviewers: String(reviewers), minSources: String(minSources), trashDays: String(trashDays), toldDays: String(toldDays) };
  return { version, fields: { ...rest, ...numbers } };
}

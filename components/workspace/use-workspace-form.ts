"use client";

import type { GateRules } from "@/lib/domain/gate";
import type { PublisherSettings } from "@/lib/domain/publication";
import type { PanelRule, ReviewMode } from "@/lib/domain/review";
import { api } from "@/lib/ui/api";
import type { Snapshot } from "@/lib/ui/autosave";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { draftHere } from "@/lib/ui/standing";
import { always, useRecordSaver, type RecordForm } from "@/lib/ui/use-record-saver";
import { useMemo } from "react";

/** The settings as the server has them. */
interface Settings extends GateRules, PublisherSettings {
  name: string;
  reviewMode: ReviewMode;
  reviewers: number;
  panelRule: PanelRule;
  secondFactorRequired: boolean;
  version: number;
}

type WorkspaceValues = { [K in keyof Omit<Settings, "version" | "reviewers" | "minSources">]: Settings[K] } & Record<"reviewers" | "minSources", string>;

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
  const { reviewers, minSources } = changes;
  const body = {
    ...{ version, ...changes },
    ...(reviewers === undefined ? {} : { reviewers: Number(reviewers) }),
    ...(minSources === undefined ? {} : { minSources: Number(minSources) }),
  };
  return snapshotOf(await api.patch<Settings>("/workspace", body, { idempotencyKey }));
}

function snapshotOf({ version, reviewers, minSources, ...rest }: Settings): Snapshot<WorkspaceValues> {
  return { version, fields: { ...rest, reviewers: String(reviewers), minSources: String(minSources) } };
}

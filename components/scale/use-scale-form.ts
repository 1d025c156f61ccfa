"use client";

import { useRouter } from "next/navigation";
import { useCallback, useMemo } from "react";
import type { Outgoing } from "@/lib/domain/outgoing";
import type { Tone } from "@/lib/domain/scale";
import type { StudioScale } from "@/lib/domain/views";
import { api, newKey } from "@/lib/ui/api";
import type { Snapshot } from "@/lib/ui/autosave";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { never, useRecordSaver, type RecordForm } from "@/lib/ui/use-record-saver";

/** A label while it is written. */
export interface LabelDraft {
  /** Stays with the row when it moves. */
  key: string;
  name: string;
  definition: string;
  boundaryRule: string;
  /** As typed; empty for none. */
  rating: string;
  tone: Tone;
  outgoing: Outgoing;
  retired: boolean;
}

interface ScaleValues {
  name: string;
  /** The labels in their order, as JSON: they are kept, and saved, as one. */
  labels: string;
}

/** The form of a scale: its words stay on this device until they are saved as a whole. */
export function useScaleForm(scale: StudioScale, personId: string): RecordForm<ScaleValues & Record<string, string>> {
  const router = useRouter();
  const save = useCallback(
    async ({ values, version, idempotencyKey }: SaveRequest) => {
      const labels = labelsOf(String(values.labels)).map(({ key: _, rating, ...label }) => ({
        ...label,
        rating: rating.trim() === "" ? null : Number(rating),
      }));
      const saved = await api.put<StudioScale>(`/scales/${scale.id}`, { version, name: values.name, labels }, { idempotencyKey });
      if (saved.id === scale.id) router.refresh();
      else router.replace(`/settings/scales/${saved.id}`);
      return snapshotOf(saved);
    },
    [scale.id, router],
  );
  return useRecordSaver({ personId, record: `scale:${scale.id}`, snapshot: useMemo(() => snapshotOf(scale), [scale]), autosaves: never, save });
}

function snapshotOf({ version, name, labels }: StudioScale): Snapshot<ScaleValues & Record<string, string>> {
  const drafts = labels.map(({ id, rating, ...label }): LabelDraft => ({
    ...{ key: id, name: label.name, definition: label.definition, boundaryRule: label.boundaryRule },
    ...{ rating: rating === null ? "" : String(rating), tone: label.tone, outgoing: label.outgoing ?? {}, retired: label.retired },
  }));
  return { version, fields: { name, labels: JSON.stringify(drafts) } };
}

/** What the field of labels holds. */
export function labelsOf(json: string): LabelDraft[] {
  const kept = JSON.parse(json) as (Omit<LabelDraft, "outgoing"> & Partial<LabelDraft>)[]; // written by this form alone, also before labels had that
  return kept.map((label) => ({ outgoing: {}, ...label }));
}

/** A label that is not written yet. */
export const newLabel = (): LabelDraft => ({
  key: newKey(),
  name: "",
  definition: "",
  boundaryRule: "",
  rating: "",
  tone: "off",
  outgoing: {},
  retired: false,
});

"use client";

import type { ClaimView, EvidenceView, SourceView } from "@/lib/domain/views";
import { api, ApiError } from "@/lib/ui/api";
import type { Fields, Snapshot } from "@/lib/ui/autosave";
import type { SaveRequest } from "@/lib/ui/record-saver";
import { useSaveRegistry } from "@/lib/ui/save-status";
import { never, useRecordSaver, type RecordForm } from "@/lib/ui/use-record-saver";
import { useCallback, useMemo, useState } from "react";
import type { AnswerValues } from "@/components/question/answer-fields";
import type { EvidenceValues } from "./evidence-fields";
import type { SourceValues } from "./source-fields";

/** A piece of evidence that is being added: a source of the library, or a new one, and what it says. */
export type NewEvidenceValues = EvidenceValues &
  AnswerValues & {
    sourceId: string | null;
    sourceTitle: string;
    /** True while a new source is described. */
    describing: boolean;
  } & { [K in keyof SourceValues as `source.${K}`]: SourceValues[K] };

const BLANK: NewEvidenceValues = {
  sourceId: null,
  sourceTitle: "",
  describing: false,
  "source.title": "",
  "source.publisher": "",
  "source.author": "",
  "source.publishedOn": null,
  "source.url": "",
  "source.type": "news",
  "source.primary": false,
  "source.confidential": false,
  stance: "supports",
  quote: "",
  locator: "",
  accessedOn: null,
  archiveUrl: "",
  archivedOn: null,
  note: "",
  confidential: false,
  ...{ questionId: null, answerType: "extractive", answerYes: null, answer: "" },
};

interface NewEvidenceProps {
  claimId: string;
  /** The question that it is to answer: what is typed for each is kept apart. */
  questionId: string | null;
  personId: string;
  apply: (claim: ClaimView) => void;
  /** The library has a source with this address already. */
  onDuplicate: (source: SourceView) => void;
}

/** The form that adds evidence. Its words stay on this device until the evidence is on the claim. */
export function useNewEvidenceForm({ claimId, questionId, personId, apply, onDuplicate }: NewEvidenceProps): RecordForm<NewEvidenceValues> {
  // Evidence is mostly added on the day it is seen.
  const { outbox } = useSaveRegistry();
  const [blank] = useState(() => ({ version: null, fields: { ...BLANK, accessedOn: today(), questionId } }));
  const save = useCallback(
    async ({ values, idempotencyKey }: SaveRequest) => {
      try {
        const body = newEvidenceBody({ ...blank.fields, ...values });
        apply(await outbox.direct<ClaimView>({ method: "POST", path: `/claims/${claimId}/evidence`, body, idempotencyKey, about: "New evidence" }));
        return blank;
      } catch (error) {
        if (error instanceof ApiError && error.code === "duplicate") onDuplicate(error.current as SourceView); // a duplicate carries its twin
        throw error;
      }
    },
    [claimId, apply, blank, onDuplicate, outbox],
  );
  return useRecordSaver<NewEvidenceValues>({
    personId,
    record: [`new-evidence:${claimId}`, questionId].filter(Boolean).join(":"),
    snapshot: blank,
    autosaves: never,
    acts: true,
    save,
  });
}

/** The request body of what the form holds. */
export function newEvidenceBody(values: NewEvidenceValues) {
  const { stance, quote, locator, accessedOn, archivedOn, note, confidential, questionId, answerType, answerYes, answer } = values;
  const answering = questionId === null ? {} : { questionId, answerType, answerYes, answer };
  const source = {
    title: values["source.title"],
    publisher: values["source.publisher"],
    author: values["source.author"],
    publishedOn: values["source.publishedOn"],
    url: values["source.url"].trim() || null,
    type: values["source.type"],
    primary: values["source.primary"],
    confidential: values["source.confidential"],
  };
  const which = values.describing ? { source } : { sourceId: values.sourceId };
  return { ...which, stance, quote, locator, accessedOn, archiveUrl: values.archiveUrl.trim() || null, archivedOn, note, confidential, ...answering };
}

/** The form that changes evidence. */
export function useEvidenceForm(evidence: EvidenceView, personId: string, apply: (claim: ClaimView) => void): RecordForm<EvidenceValues & AnswerValues> {
  const { id } = evidence;
  const { outbox } = useSaveRegistry();
  const save = useCallback(
    async ({ version, changes, idempotencyKey }: SaveRequest) => {
      const body = { version, ...withoutEmpty(changes, "archiveUrl") };
      const claim = await outbox.direct<ClaimView>({ method: "PATCH", path: `/evidence/${id}`, body, idempotencyKey, about: "Evidence" });
      apply(claim);
      return evidenceSnapshot(claim.evidence.find((each) => each.id === id) ?? evidence);
    },
    [id, apply, evidence, outbox],
  );
  return useRecordSaver<EvidenceValues & AnswerValues>({
    personId,
    record: `evidence:${id}`,
    snapshot: useMemo(() => evidenceSnapshot(evidence), [evidence]),
    autosaves: never,
    save,
    readCurrent: (current) => (current ? evidenceSnapshot(current as EvidenceView) : null), // a conflict carries the record that was written to
  });
}

/** The form that changes a source of the library; `onTwin` hears of a source that has the new address already. */
export function useSourceForm(source: SourceView, personId: string, onTwin?: (twin: SourceView) => void): RecordForm<SourceValues> {
  const { id } = source;
  const save = useCallback(
    async ({ version, changes, idempotencyKey }: SaveRequest) => {
      try {
        return sourceSnapshot(await api.patch<SourceView>(`/sources/${id}`, { version, ...withoutEmpty(changes, "url") }, { idempotencyKey }));
      } catch (error) {
        if (error instanceof ApiError && error.code === "duplicate") onTwin?.(error.current as SourceView); // a duplicate carries its twin
        throw error;
      }
    },
    [id, onTwin],
  );
  return useRecordSaver<SourceValues>({
    personId,
    record: `source:${id}`,
    snapshot: useMemo(() => sourceSnapshot(source), [source]),
    autosaves: never,
    save,
    readCurrent: (current) => (current ? sourceSnapshot(current as SourceView) : null), // a conflict carries the record that was written to
  });
}

/** An empty address is none. */
function withoutEmpty(changes: Fields, field: "url" | "archiveUrl"): Fields {
  const value = changes[field];
  return typeof value === "string" && value.trim() === "" ? { ...changes, [field]: null } : changes;
}

function evidenceSnapshot(evidence: EvidenceView): Snapshot<EvidenceValues & AnswerValues> {
  const { version, stance, quote, locator, accessedOn, archiveUrl, archivedOn, note, confidential, questionId, answerType, answerYes, answer } = evidence;
  return {
    version,
    fields: { stance, quote, locator, accessedOn, archiveUrl: archiveUrl ?? "", archivedOn, note, confidential, questionId, answerType, answerYes, answer },
  };
}

function sourceSnapshot(source: SourceView): Snapshot<SourceValues> {
  const { version, title, publisher, author, publishedOn, url, type, primary, confidential } = source;
  return { version, fields: { title, publisher, author, publishedOn, url: url ?? "", type, primary, confidential } };
}

function today(): string {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-");
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormFailure } from "@/components/account/form-failure";
import { Button } from "@/components/ui/button";
import { DataCache } from "@/components/ui/data-cache";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SkeletonText } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { likelySuccessors, moveLosses, waysBack, type Successors } from "@/lib/domain/scale-move";
import type { DocumentFactsView, LabelView, ScaleMoveView } from "@/lib/domain/views";
import { api, apiErrorOf } from "@/lib/ui/api";
import { countOf } from "@/lib/ui/format";
import { queryKeys } from "@/lib/ui/query-keys";

interface MoveScaleDialogProps {
  documentId: string;
  onClose: () => void;
}

/** Moves a judged document to another version of its scale: what becomes of each label, and what is lost by it. */
export function MoveScaleDialog(props: MoveScaleDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title="Move to another version of the scale"
      description="Every verdict gets the label that takes the place of its own, and so do assessments and decisions. What is published stays as it is."
    >
      <DataCache>
        <Read {...props} />
      </DataCache>
    </Dialog>
  );
}

function Read({ documentId, onClose }: MoveScaleDialogProps) {
  const query = useQuery({
    queryKey: queryKeys.scaleMove(documentId),
    queryFn: ({ signal }) => api.get<ScaleMoveView>(`/documents/${documentId}/scale`, signal),
    gcTime: 0,
  });
  if (query.isPending) return <SkeletonText lines={4} />;
  if (query.isError) return <ErrorState title="The scale’s versions did not load">{query.error.message}</ErrorState>;
  return <Choose documentId={documentId} move={query.data} onClose={onClose} />;
}

function Choose({ documentId, move, onClose }: MoveScaleDialogProps & { move: ScaleMoveView }) {
  const router = useRouter();
  const { from, versions, claims } = move;
  const [scaleId, setScaleId] = useState(versions[0]?.id ?? "");
  const to = versions.find(({ id }) => id === scaleId) ?? versions[0];
  const [chosen, setChosen] = useState<Successors>({});
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  if (!to) return null;
  const target = to;
  const successors = { ...likelySuccessors(from.labels, to.labels), ...chosen };
  const losses = moveLosses(from.labels, to.labels, successors);
  const open = from.labels.filter(({ id }) => successors[id] === null);

  async function put(version: number, id: string, map: Successors): Promise<DocumentFactsView> {
    const document = await api.put<DocumentFactsView>(`/documents/${documentId}/scale`, { version, scaleId: id, successors: map });
    router.refresh();
    return document;
  }

  async function send() {
    setBusy(true);
    setFailure(null);
    try {
      const { version } = await put(move.version, target.id, successors);
      const ways = waysBack(successors);
      const back = ways && move.whole && target.labels.some(({ id }) => !(id in ways)) ? null : ways;
      const undo = (map: Successors) =>
        void put(version, from.id, map).catch((error: unknown) => toast.error("It was not moved back", apiErrorOf(error).message));
      if (back) toast.undo(`The document is judged on version ${String(target.version)} now`, () => undo(back));
      else toast.success(`The document is judged on version ${String(target.version)} now`);
      onClose();
    } catch (error) {
      setFailure(apiErrorOf(error).message);
      setBusy(false);
    }
  }

  return (
    <div className="grid gap-5">
      <Field label="Version" hint={`The document is on version ${String(from.version)}.`}>
        <Select
          options={versions.map(({ id, version, name }) => ({ value: id, label: `Version ${String(version)}: ${name}` }))}
          value={to.id}
          onChange={(event) => {
            setScaleId(event.target.value);
            setChosen({});
          }}
        />
      </Field>
      <ul className="grid gap-3">
        {from.labels.map((label) => (
          <li key={label.id}>
            <Field
              label={
                <>
                  What becomes of <bdi className="text-ink">“{label.name}”</bdi>
                </>
              }
              hint={carried(claims[label.id] ?? [])}
            >
              <Select
                {...(successors[label.id] === null ? { emptyLabel: "Choose a label" } : {})}
                options={offered(label, to.labels).map(({ id, name }) => ({ value: id, label: name }))}
                value={successors[label.id] ?? ""}
                onChange={(event) => setChosen({ ...chosen, [label.id]: event.target.value })}
              />
            </Field>
          </li>
        ))}
      </ul>
      <div role="status" className="grid gap-1 text-sm">
        {open.length > 0 ? (
          <p>Choose what becomes of {countOf(open.length, "label")}.</p>
        ) : (
          losses.length === 0 && <p className="text-ink-2">Nothing is lost.</p>
        )}
        {losses.map((loss) => (
          <p key={loss}>{loss}</p>
        ))}
      </div>
      <FormFailure>{failure}</FormFailure>
      <div className="flex justify-end gap-2">
        <DialogClose>
          <Button variant="ghost">Cancel</Button>
        </DialogClose>
        <Button variant="primary" disabled={open.length > 0} loading={busy} onClick={() => void send()}>
          Move the document
        </Button>
      </div>
    </div>
  );
}

/** A label that is offered no more can only stay what it is. */
const offered = ({ name }: LabelView, labels: readonly LabelView[]) => labels.filter((each) => !each.retired || each.name === name);

const SHOWN = 12;

function carried(claims: readonly { number: number }[]): string {
  if (claims.length === 0) return "No claim is ruled so.";
  const numbers = claims.slice(0, SHOWN).map(({ number }) => String(number));
  const more = claims.length - numbers.length;
  return `${countOf(claims.length, "claim")}: ${numbers.join(", ")}${more > 0 ? ` and ${String(more)} more` : ""}.`;
}

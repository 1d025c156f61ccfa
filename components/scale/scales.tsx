"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormFailure } from "@/components/account/form-failure";
import { textOf, useSubmit } from "@/components/account/use-submit";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { Tag } from "@/components/ui/tag";
import { TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import { VerdictBadge } from "@/components/verdict/verdict-badge";
import type { StudioScale } from "@/lib/domain/views";
import { api, apiErrorOf } from "@/lib/ui/api";
import { countOf } from "@/lib/ui/format";

/** The scales of the workspace: which are offered, which one documents begin with, and the way to change them. */
export function Scales({ scales }: { scales: readonly StudioScale[] }) {
  const router = useRouter();
  const [making, setMaking] = useState(false);
  async function act(write: () => Promise<unknown>, failed: string) {
    try {
      await write();
      router.refresh();
    } catch (error) {
      toast.error(failed, apiErrorOf(error).message);
    }
  }
  return (
    <div className="grid gap-6">
      <PageHeader
        title="Scales"
        description="What claims are judged on. Each document keeps the version with which it began."
        actions={
          <Button variant="primary" icon={<Plus aria-hidden size={16} />} onClick={() => setMaking(true)}>
            New scale…
          </Button>
        }
      />
      <ul className="grid gap-3">
        {scales.map((scale) => (
          <li key={scale.id}>
            <Card className="grid gap-3">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
                <h2 className="min-w-0 flex-1 font-text text-lg/6 font-semibold">
                  <bdi>{scale.name}</bdi>
                </h2>
                {scale.isDefault && <Tag>Documents begin with it</Tag>}
                {scale.retired && <Tag>Not offered</Tag>}
              </div>
              {scale.labels.length === 0 ? (
                <p className="text-sm text-ink-2">No labels: the verdict is a conclusion in one sentence.</p>
              ) : (
                <ul className="flex flex-wrap gap-x-4 gap-y-1.5">
                  {scale.labels.flatMap((label) =>
                    label.retired
                      ? []
                      : [
                          <li key={label.id}>
                            <VerdictBadge label={label} />
                          </li>,
                        ],
                  )}
                </ul>
              )}
              <div className="flex flex-wrap items-center gap-2">
                <p className="flex-1 text-xs max-sm:basis-full text-ink-3">
                  Version {scale.version} · {countOf(scale.documents, "document")}
                  {scale.earlier > 0 && `, ${String(scale.earlier)} on earlier versions`}
                </p>
                {scale.labels.length > 0 && !scale.retired && (
                  <Button size="sm" asChild>
                    <Link href={`/settings/scales/${scale.id}`} aria-label={`Change ${scale.name}`}>
                      Change…
                    </Link>
                  </Button>
                )}
                {!scale.isDefault && !scale.retired && (
                  <>
                    <Button
                      size="sm"
                      aria-label={`Begin documents with ${scale.name}`}
                      onClick={() => void act(() => api.put(`/scales/${scale.id}/default`, {}), "Documents begin as before")}
                    >
                      Begin documents with it
                    </Button>
                    <Button
                      size="sm"
                      aria-label={`Offer ${scale.name} no more`}
                      onClick={() => void act(() => api.put(`/scales/${scale.id}/retirement`, {}), "The scale is still offered")}
                    >
                      Offer no more
                    </Button>
                  </>
                )}
                {scale.retired && (
                  <Button
                    size="sm"
                    aria-label={`Offer ${scale.name} again`}
                    onClick={() => void act(() => api.delete(`/scales/${scale.id}/retirement`), "The scale is still not offered")}
                  >
                    Offer again
                  </Button>
                )}
              </div>
            </Card>
          </li>
        ))}
      </ul>
      {making && <NewScale scales={scales} onClose={() => setMaking(false)} />}
    </div>
  );
}

function NewScale({ scales, onClose }: { scales: readonly StudioScale[]; onClose: () => void }) {
  const router = useRouter();
  const models = scales.filter(({ labels }) => labels.length > 0).map(({ id, name }) => ({ value: id, label: name }));
  const { busy, failure, fields, onSubmit } = useSubmit(async (values) => {
    const made = await api.post<StudioScale>("/scales", { from: textOf(values, "from"), name: textOf(values, "name") });
    router.push(`/settings/scales/${made.id}`);
    return null;
  });
  return (
    <Dialog open onOpenChange={onClose} size="sm" title="New scale" description="It begins as a copy, and you change what you like.">
      <form onSubmit={onSubmit} className="grid gap-4">
        <Field label="Name" error={fields.name}>
          <TextInput required name="name" maxLength={80} autoComplete="off" />
        </Field>
        <Field label="Copy of" error={fields.from}>
          <Select name="from" options={models} />
        </Field>
        <FormFailure>{failure}</FormFailure>
        <div className="flex justify-end gap-2">
          <DialogClose>
            <Button variant="ghost">Cancel</Button>
          </DialogClose>
          <Button type="submit" variant="primary" loading={busy}>
            Make the scale
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

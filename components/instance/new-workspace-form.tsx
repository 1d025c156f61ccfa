"use client";

import { FormFailure } from "@/components/account/form-failure";
import { textOf, useSubmit } from "@/components/account/use-submit";
import { useDesk } from "@/components/desk/desk-context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { TextInput } from "@/components/ui/text-input";
import { api } from "@/lib/ui/api";
import { goToWorkspace } from "@/lib/ui/go-to-workspace";

/** Makes a workspace and goes there. */
export function NewWorkspaceForm() {
  const { person, workspace } = useDesk();
  const { busy, failure, fields, onSubmit } = useSubmit(async (values) => {
    const made = await api.post<{ id: string }>("/workspaces", { name: textOf(values, "name") });
    return goToWorkspace(person.id, made.id);
  });
  return (
    <div className="grid gap-6">
      <PageHeader
        title="New workspace"
        description={`Its documents, sources, people and settings are its own: nobody of ${workspace.name} sees them unless you invite them. You become its admin.`}
      />
      <form onSubmit={onSubmit} className="grid gap-4">
        <Field label="Name" error={fields.name} hint="Everybody in it sees the name, and so do readers of what it publishes. It can be changed later.">
          <TextInput required name="name" maxLength={100} autoComplete="off" />
        </Field>
        <FormFailure>{failure}</FormFailure>
        <div>
          <Button type="submit" variant="primary" loading={busy}>
            Make the workspace
          </Button>
        </div>
      </form>
    </div>
  );
}

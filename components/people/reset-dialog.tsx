"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormFailure } from "@/components/account/form-failure";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { HANDED_LINK_HOURS } from "@/lib/domain/token";
import { api, apiErrorOf } from "@/lib/ui/api";
import { CopyField } from "./copy-field";

interface ResetDialogProps {
  member: { id: string; name: string; secondFactor: boolean };
  onClose: () => void;
}

/** What an admin can do for a member who cannot sign in any more. */
export function ResetDialog({ member, onClose }: ResetDialogProps) {
  const router = useRouter();
  const [link, setLink] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function takeAway() {
    setBusy(true);
    setFailure(null);
    try {
      await api.delete(`/people/${member.id}/second-factor`);
      toast.success("The second factor is gone", `${member.name} signs in with the password alone, and can set up another one.`);
      router.refresh();
      onClose();
    } catch (error) {
      setFailure(apiErrorOf(error).message);
    }
    setBusy(false);
  }

  async function makeLink() {
    setBusy(true);
    setFailure(null);
    try {
      const { path } = await api.post<{ path: string }>(`/people/${member.id}/reset-link`, {});
      setLink(new URL(path, window.location.origin).href);
    } catch (error) {
      setFailure(apiErrorOf(error).message);
    }
    setBusy(false);
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={link ? "The link is ready" : `${member.name} cannot sign in?`}
      description={
        link
          ? "Give it to nobody else: whoever has it can come in as this person. It is shown only now."
          : "Make sure that it is really they who ask. What you do here stands in the audit log."
      }
      footer={
        link ? (
          <DialogClose>
            <Button>Done</Button>
          </DialogClose>
        ) : null
      }
    >
      {link ? (
        <CopyField
          label="Link for a new password"
          value={link}
          hint={`It works once, for ${String(HANDED_LINK_HOURS)} hours. Setting the password ends all their sessions.`}
        />
      ) : (
        <div className="grid gap-4">
          <p className="text-sm">With a link they set a new password themselves; until then the old one works.</p>
          <FormFailure>{failure}</FormFailure>
          <div>
            <Button variant="primary" loading={busy} onClick={() => void makeLink()}>
              Make a link for a new password
            </Button>
          </div>
          {member.secondFactor && (
            <div className="grid gap-4 border-t border-line pt-4">
              <p className="text-sm">
                If they have lost their app and the recovery codes, take the second factor away. It ends all their sessions, and the password alone signs them
                in.
              </p>
              <div>
                <Button loading={busy} onClick={() => void takeAway()}>
                  Take the second factor away
                </Button>
              </div>
            </div>
          )}
        </div>
      )}
    </Dialog>
  );
}

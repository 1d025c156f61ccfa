"use client";

import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { IconButton } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { Tag } from "@/components/ui/tag";
import { toast } from "@/components/ui/toast";
import { isPublicProvider } from "@/lib/domain/join-domain";
import type { Role } from "@/lib/domain/role";
import { api, ApiError } from "@/lib/ui/api";
import { DomainForm } from "./domain-form";
import { JOIN_ROLE_OPTIONS } from "./role-words";

interface JoinDomain {
  domain: string;
  /** As people write it, where that is another way. */
  written: string;
  role: Role;
}

interface DomainListProps {
  domains: readonly JoinDomain[];
  /** How an address is shown to be somebody's. */
  proofs: { mail: boolean; services: readonly string[] };
}

/** The domains of e-mail addresses whose holders may join by themselves. */
export function DomainList({ domains, proofs }: DomainListProps) {
  const router = useRouter();
  const [asking, setAsking] = useState<JoinDomain | null>(null);

  async function change(what: () => Promise<unknown>, done: string, failed: string) {
    try {
      await what();
      toast.success(done);
    } catch (error) {
      toast.error(failed, error instanceof ApiError ? error.message : undefined);
    }
    router.refresh();
  }

  return (
    <section aria-labelledby="domains">
      <h2 id="domains" className="font-text text-lg/6 font-semibold">
        Domains that may join
      </h2>
      <p className="mt-1 mb-3 max-w-prose text-sm text-pretty text-ink-2">
        {proofLine(proofs)} What is below a domain counts only when it is listed itself. Whoever was removed or banned does not come back by it.
      </p>
      {domains.length > 0 && (
        <ul className="mb-4 divide-y divide-line rounded-[10px] border border-line bg-surface">
          {domains.map(({ domain, written, role }) => (
            <li key={domain} className="flex items-center gap-3 py-2 ps-4 pe-2">
              <p className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 font-medium">
                <bdi className="min-w-0 break-all">{domain}</bdi>
                {written !== domain && <bdi className="min-w-0 break-all text-ink-3">{written}</bdi>}
                {isPublicProvider(domain) && <Tag>Open to everybody</Tag>}
              </p>
              <Select
                aria-label={`Role of who joins by ${domain}`}
                className="w-32 max-sm:w-27"
                options={JOIN_ROLE_OPTIONS}
                value={role}
                onChange={(event) =>
                  void change(
                    () => api.put(`/workspace/domains/${encodeURIComponent(domain)}`, { role: event.target.value }),
                    "The role is changed for who joins from now on",
                    "The role was not changed",
                  )
                }
              />
              <IconButton label={`Remove ${domain}`} icon={<X size={14} />} onClick={() => setAsking({ domain, written, role })} />
            </li>
          ))}
        </ul>
      )}
      <DomainForm />
      {asking && (
        <AlertDialog
          open
          onOpenChange={() => setAsking(null)}
          title={`Let nobody join by ${asking.domain} any more?`}
          description="Links that are on their way stop working. Whoever has joined already stays a member."
          confirmLabel="Remove"
          danger
          onConfirm={() => void change(() => api.delete(`/workspace/domains/${encodeURIComponent(asking.domain)}`), "Removed", "The domain was not removed")}
        />
      )}
    </section>
  );
}

/** Who may join, and how; or why nobody can. */
function proofLine({ mail, services }: DomainListProps["proofs"]): string {
  const whom = "Whoever shows that they have an address in one of them joins by themselves, without an invitation";
  const by = services.join(" or ");
  if (mail) return `${whom}: by a letter that is asked for on the sign-in page${by === "" ? "" : `, or by ${by}`}.`;
  if (by !== "") return `${whom}: by ${by}. No letter can do it, because this installation sends no e-mail (SMTP_URL is not set).`;
  return "Nobody can use this yet: this installation sends no e-mail (SMTP_URL is not set) and knows no service for sign-in, so that nobody can show whose address it is.";
}

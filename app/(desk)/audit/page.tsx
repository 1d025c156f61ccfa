import type { Metadata } from "next";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { AuditLog } from "@/components/audit/audit-log";
import { auditHref, loadAuditParams } from "@/components/audit/audit-params";
import { TopBar } from "@/components/desk/top-bar";
import { requireActor } from "@/lib/auth/actor";
import { ListAudit, listAudit } from "@/lib/queries/audit";
import { ForbiddenPage } from "../forbidden-page";
import { pageView } from "../page-view";

export const metadata: Metadata = { title: "Audit log" };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AuditPage({ searchParams }: PageProps) {
  const asked = await loadAuditParams(searchParams);
  const actor = await requireActor(auditHref(asked));
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== "" && value !== null));
  // An address that nobody could have made on the page shows the whole log.
  const page = await pageView(listAudit.run(actor, ListAudit.safeParse(given).data ?? {}));
  if (!page) return <ForbiddenPage />;
  return (
    <>
      <TopBar />
      <main id="main" className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6">
        <NuqsAdapter>
          <AuditLog {...page} />
        </NuqsAdapter>
      </main>
    </>
  );
}

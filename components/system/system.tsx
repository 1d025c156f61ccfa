"use client";

import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { TimeAgo } from "@/components/ui/time-ago";
import type { SystemView } from "@/lib/domain/system";
import { countOf, formatBytes, formatNumber } from "@/lib/ui/format";
import { JobTable } from "./job-table";
import { SlowTable } from "./slow-table";
import { TestMail } from "./test-mail";

/** How the server is, for whoever runs it. */
export function System({ view }: { view: SystemView }) {
  const router = useRouter();
  const [loading, start] = useTransition();
  return (
    <div className="grid grid-cols-1 gap-8">
      <PageHeader
        title="System"
        description="How the server and its database are, at the moment at which this page was opened."
        actions={
          <Button icon={<RotateCw aria-hidden size={14} />} loading={loading} onClick={() => start(() => router.refresh())}>
            Look again
          </Button>
        }
      />
      <Facts title="Server">
        <Fact name="Version">
          Assay {view.version}, Node.js {view.node}
        </Fact>
        <Fact name="Running since">
          <TimeAgo at={view.startedAt} />
        </Fact>
        <Fact name="Memory">{formatBytes(view.memory)}</Fact>
        <Fact name="Delay">
          {formatNumber(view.loopDelayMs)} ms <Note>for the slowest of a hundred</Note>
        </Fact>
        <Fact name="Live streams">{countOf(view.streams, "open stream")}</Fact>
      </Facts>
      <Facts title="Data">
        <Fact name="Database">
          {view.database.engine === "pglite" ? "Embedded" : "Server"} <Note>PostgreSQL {view.database.version}</Note>
        </Fact>
        <Fact name="Size">{formatBytes(view.database.size)}</Fact>
        <Fact name="Migrations">
          {view.database.pending.length === 0
            ? `All ${formatNumber(view.database.migrations)} applied`
            : `${view.database.pending.join(", ")} must be applied: run “npm run db:migrate”.`}
        </Fact>
        <Fact name="Stored files">
          {countOf(view.storage.files, "file")}, {formatBytes(view.storage.bytes)} <Note>{formatBytes(view.storage.free)} free</Note>
        </Fact>
        <Fact name="Last backup">
          {view.backup ? (
            <>
              <TimeAgo at={view.backup.at} /> <Note>{formatBytes(view.backup.size)}</Note>
            </>
          ) : (
            "None in the data directory. Run “npm run backup” every night."
          )}
        </Fact>
      </Facts>
      <TestMail mail={view.mail} />
      <JobTable jobs={view.jobs} exportsFailed={view.exportsFailed} />
      <SlowTable slow={view.slow} />
    </div>
  );
}

function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="mb-2 font-text text-lg/6 font-semibold">{title}</h2>
      <dl className="divide-y divide-line rounded-[10px] border border-line bg-surface text-sm">{children}</dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 px-4 py-2.5 sm:grid-cols-[10rem_1fr]">
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0 tabular-nums wrap-anywhere">{children}</dd>
    </div>
  );
}

function Note({ children }: { children: ReactNode }) {
  return <span className="text-ink-3">· {children}</span>;
}

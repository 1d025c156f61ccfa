"use client";

import { Laptop, Smartphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { TimeAgo } from "@/components/ui/time-ago";
import { toast } from "@/components/ui/toast";
import { api, ApiError } from "@/lib/ui/api";
import { deviceOf } from "@/lib/ui/device";
import { formatDate } from "@/lib/ui/format";

interface SessionListProps {
  sessions: readonly { id: string; current: boolean; createdAt: string; lastSeenAt: string; userAgent: string; ip: string }[];
}

/** Where one is signed in; each but this one can be ended. */
export function SessionList({ sessions }: SessionListProps) {
  const router = useRouter();
  const [ending, setEnding] = useState<string | null>(null);

  async function end(id: string, device: string) {
    setEnding(id);
    try {
      await api.delete(`/account/sessions/${id}`);
      toast.success("Session ended", `${device} is signed out.`);
    } catch (error) {
      toast.error("The session could not be ended", error instanceof ApiError ? error.message : undefined);
    }
    setEnding(null);
    router.refresh();
  }

  return (
    <ul className="divide-y divide-line rounded-[10px] border border-line bg-surface">
      {sessions.map(({ id, current, createdAt, lastSeenAt, userAgent, ip }) => {
        const device = deviceOf(userAgent);
        const Icon = /iPhone|Android/.test(device) ? Smartphone : Laptop;
        return (
          <li key={id} className="flex items-center gap-3 px-4 py-3">
            <Icon aria-hidden size={18} className="shrink-0 text-ink-3" />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-x-2 font-medium">
                {device} {current && <Tag>This one</Tag>}
              </p>
              <p className="text-xs text-ink-3">
                Signed in on {formatDate(createdAt)} · last used <TimeAgo at={lastSeenAt} />
                {/* "direct" is what the server says when it does not know the address. */}
                {ip !== "" && ip !== "direct" && (
                  <>
                    {" "}
                    · <bdi>{ip}</bdi>
                  </>
                )}
              </p>
            </div>
            {!current && (
              <Button size="sm" aria-label={`End the session of ${device}`} loading={ending === id} onClick={() => void end(id, device)}>
                End
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

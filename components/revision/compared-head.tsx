import Link from "next/link";
import { TimeAgo } from "@/components/ui/time-ago";
import type { ComparedText } from "@/lib/domain/revision";

/** What is known of one of two compared texts, above its column. */
export function ComparedHead({ path, text }: { path: string; text: ComparedText }) {
  const { number, current, createdBy, createdAt, note } = text;
  return (
    <div className="min-w-0">
      <h2 className="font-text text-base font-semibold">
        <Link href={current ? path : `${path}/revisions/${String(number)}`} className="rounded hover:underline hover:underline-offset-4">
          Revision {number}
          {current && ", the current text"}
        </Link>
      </h2>
      <p className="text-xs text-ink-2">
        <bdi>{createdBy.name}</bdi>, <TimeAgo at={createdAt} />
        {note !== "" && <bdi className="text-ink-3"> · {note}</bdi>}
      </p>
    </div>
  );
}

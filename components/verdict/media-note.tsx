import { mediaLinks, mediaSentence } from "@/lib/domain/media";
import type { ClaimView } from "@/lib/domain/views";

/** What was found of the image or recording that the claim is about; nothing for words alone. */
export function MediaNote({ claim: { mediaKind, mediaUrl, ruling } }: { claim: Pick<ClaimView, "mediaKind" | "mediaUrl" | "ruling"> }) {
  if (mediaKind === null) return null;
  return (
    <p dir="auto" className="flex flex-wrap gap-x-3 text-xs text-ink-2">
      <span>{mediaSentence({ kind: mediaKind, authenticity: ruling?.mediaAuthenticity ?? null, context: ruling?.mediaContext ?? "" })}</span>
      {mediaLinks({ url: mediaUrl, originalUrl: ruling?.mediaOriginalUrl ?? null }).map(({ name, url }) => (
        <a key={name} href={url} target="_blank" rel="noreferrer noopener" className="underline underline-offset-3 hover:text-ink">
          {name}
        </a>
      ))}
    </p>
  );
}

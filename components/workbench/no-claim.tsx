import { EmptyState } from "@/components/ui/empty-state";
import { Suspense, type ComponentProps } from "react";
import { DocumentDiscussion } from "./later";

interface NoClaimProps extends Omit<ComponentProps<typeof DocumentDiscussion>, "hint"> {
  mayMark: boolean;
}

/** Beside the text while no claim is open: what is said about the document; for readers, what they can do. */
export function NoClaim({ mayMark, ...discussion }: NoClaimProps) {
  const hint = mayMark ? "Select words in the text and press N to mark a claim, or choose one from the list." : "Choose a claim in the text or from the list.";
  const empty = (
    <EmptyState title="No claim is open" className="my-auto">
      {hint}
    </EmptyState>
  );
  if (discussion.me.role === "reader") return empty;
  return (
    <Suspense fallback={empty}>
      <DocumentDiscussion hint={`No claim is open. ${hint}`} {...discussion} />
    </Suspense>
  );
}

import { DropdownMenu } from "radix-ui";
import { FLOAT } from "@/components/ui/popover";
import { TONE_TOKEN } from "./tone-color";
import type { ReaderClaim } from "./types";

/** Claims that cover one place, and where that is in the window. */
export interface Choice {
  claims: readonly ReaderClaim[];
  x: number;
  y: number;
}

interface ClaimChooserProps {
  choice: Choice;
  onChoose: (claimId: string) => void;
  onPoint: (claimId: string | null) => void;
  onClose: () => void;
}

/** Lists the claims that overlap at a place. */
export function ClaimChooser({ choice, onChoose, onPoint, onClose }: ClaimChooserProps) {
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => open || onClose()}>
      <DropdownMenu.Trigger asChild>
        <span aria-hidden="true" style={{ position: "fixed", left: choice.x, top: choice.y + 8 }} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="center"
          sideOffset={4}
          collisionPadding={12}
          loop
          aria-label="Claims here"
          className={`${FLOAT} w-80 max-w-[calc(100vw-1.5rem)] p-1 focus:outline-none`}
        >
          <DropdownMenu.Label className="eyebrow px-2 pt-1 pb-1">{choice.claims.length} claims here</DropdownMenu.Label>
          {choice.claims.map((claim) => (
            <DropdownMenu.Item
              key={claim.id}
              onSelect={() => onChoose(claim.id)}
              onFocus={() => onPoint(claim.id)}
              onBlur={() => onPoint(null)}
              className="flex cursor-pointer items-baseline gap-2 rounded px-2 py-1.5 outline-none data-highlighted:bg-accent-wash"
            >
              <span aria-hidden="true" className="size-2.25 shrink-0 rounded-[3px]" style={{ background: `var(${TONE_TOKEN[claim.tone]})` }} />
              <span className="text-ink-3 tabular-nums">{claim.number}</span>
              <bdi className="line-clamp-3">{claim.statement}</bdi>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

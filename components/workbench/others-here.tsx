"use client";

import { Avatar, AvatarStack } from "@/components/ui/avatar";
import { Checkbox } from "@/components/ui/checkbox";
import { Popover } from "@/components/ui/popover";
import type { ClaimSummaryView, PersonView } from "@/lib/domain/views";
import type { Others } from "./presence-store";

interface OthersHereProps extends Pick<Others, "people" | "atClaims"> {
  claims: readonly ClaimSummaryView[];
  onOpen: (claimId: string) => void;
  showsSelections: boolean;
  onShowSelections: (shows: boolean) => void;
}

/** The faces of those who are at the document now, and where they are. */
export function OthersHere({ people, atClaims, claims, onOpen, showsSelections, onShowSelections }: OthersHereProps) {
  const names = people.map(({ name }) => name).join(", ");
  const trigger = (
    <button type="button" aria-label={`Here now: ${names}`} className="flex items-center rounded-full p-0.5 hover:bg-ink/5">
      <span aria-hidden className="flex max-sm:hidden">
        <AvatarStack people={people} max={3} />
      </span>
      <span aria-hidden className="flex sm:hidden">
        {people[0] && people.length === 1 ? (
          <Avatar id={people[0].id} name={people[0].name} decorative />
        ) : (
          <span className="inline-flex size-6.5 items-center justify-center rounded-full bg-sunk text-[0.625rem] font-semibold text-ink-2">
            {people.length}
          </span>
        )}
      </span>
    </button>
  );
  const placeOf = (person: PersonView) => claims.find(({ id }) => atClaims.get(id)?.some((each) => each.id === person.id));
  return (
    <Popover trigger={trigger} label="Here now" align="end">
      <div className="grid gap-3">
        <ul className="grid gap-1.5">
          {people.map((person) => {
            const claim = placeOf(person);
            return (
              <li key={person.id} className="flex min-w-0 items-center gap-2 text-sm">
                <Avatar id={person.id} name={person.name} size="sm" decorative />
                <span dir="auto" className="min-w-0 flex-1 truncate">
                  {person.name}
                </span>
                {claim && (
                  <button type="button" onClick={() => onOpen(claim.id)} className="rounded text-xs text-ink-2 underline underline-offset-2 hover:text-ink">
                    Claim {claim.number}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
        <Checkbox label="Show what others select" checked={showsSelections} onChange={(event) => onShowSelections(event.target.checked)} />
      </div>
    </Popover>
  );
}

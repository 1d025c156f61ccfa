"use client";

import { Fragment } from "react";
import { SavedText } from "@/components/draft/saved-inputs";
import { ROLES } from "@/lib/domain/role";
import type { SavedField } from "@/lib/ui/use-record-saver";
import { LIMIT_SPANS, limitField } from "./use-moderation-form";

interface LimitFieldsProps {
  fieldOf: (name: ReturnType<typeof limitField>) => SavedField<string>;
}

/** How much somebody of each role may contribute. */
export function LimitFields({ fieldOf }: LimitFieldsProps) {
  return (
    <div className="grid grid-cols-[auto_minmax(0,8rem)_minmax(0,8rem)] items-start justify-start gap-x-4 gap-y-2">
      <span />
      {LIMIT_SPANS.map((span) => (
        <span key={span} aria-hidden className="text-xs font-medium text-ink-2">
          {span === "minute" ? "A minute" : "An hour"}
        </span>
      ))}
      {ROLES.map((role) => (
        <Fragment key={role}>
          <span aria-hidden className="pt-1.5 text-sm capitalize">
            {role}
          </span>
          {LIMIT_SPANS.map((span) => (
            <SavedText
              key={span}
              label={`Contributions of a ${role} in ${span === "minute" ? "a minute" : "an hour"}`}
              labelHidden
              inputMode="numeric"
              field={fieldOf(limitField(role, span))}
            />
          ))}
        </Fragment>
      ))}
    </div>
  );
}

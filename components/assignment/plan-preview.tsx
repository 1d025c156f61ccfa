"use client";

import { Button } from "@/components/ui/button";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import type { PlanView } from "@/lib/domain/assignments-view";
import { countOf } from "@/lib/ui/format";
import { useEffect, useRef } from "react";

interface PlanPreviewProps {
  plan: PlanView;
  busy: boolean;
  onApply: () => void;
  onCancel: () => void;
}

/** Who would get how many, and which claims would still lack people. */
export function PlanPreview({ plan: { people, understaffed, claims, pairs }, busy, onApply, onCancel }: PlanPreviewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby="preview" className="grid gap-4 border-t border-line pt-5">
      <h3 id="preview" ref={heading} tabIndex={-1} className="text-sm font-semibold">
        {pairs === 0 ? "Nobody would be asked anew" : `${countOf(claims, "claim")} would get somebody: ${countOf(pairs, "assignment")}`}
      </h3>
      <Table caption="Who gets how many">
        <thead>
          <tr>
            <HeadCell>Person</HeadCell>
            <HeadCell numeric>Waits now</HeadCell>
            <HeadCell numeric>New</HeadCell>
            <HeadCell numeric>Then</HeadCell>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, load, added }) => (
            <Row key={id}>
              <Cell className="w-full">
                <bdi>{name}</bdi>
              </Cell>
              <Cell numeric>{load}</Cell>
              <Cell numeric>{added}</Cell>
              <Cell numeric>{load + added}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {understaffed.length > 0 && (
        <div className="grid gap-2 text-sm">
          <p className="font-medium text-warn">{countOf(understaffed.length, "claim would", "claims would")} still lack people</p>
          <ul className="grid max-h-60 gap-1.5 overflow-y-auto" tabIndex={0} aria-label="Claims that would lack people">
            {understaffed.map(({ claimId, number, statement, missing, because }) => (
              <li key={claimId} className="text-ink-2">
                Claim {number}, <bdi className="text-ink">{statement}</bdi>: {countOf(missing, "person is", "people are")} missing;{" "}
                {because === "nobody" ? "all who were chosen work on it, or have assessed it, already" : "fewer were chosen than it needs"}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="flex gap-2">
        <Button variant="primary" loading={busy} onClick={onApply}>
          {pairs === 0 ? "Save the days only" : `Make ${countOf(pairs, "assignment")}`}
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          Change the plan
        </Button>
      </div>
    </section>
  );
}

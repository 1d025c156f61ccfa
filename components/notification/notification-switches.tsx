"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { toast } from "@/components/ui/toast";
import type { MailPace, NotificationKind, Switch, SwitchesView } from "@/lib/domain/notification";
import { KIND_NAMES } from "@/lib/domain/notification-words";
import { api, apiErrorOf } from "@/lib/ui/api";
import { useRef, useState } from "react";

const PACES: { value: MailPace; label: string }[] = [
  { value: "off", label: "Never" },
  { value: "immediate", label: "At once" },
  { value: "daily", label: "Once a day" },
];

/** What one is told of, where, and when; each choice is saved as it is made. */
export function NotificationSwitches({ initial }: { initial: SwitchesView }) {
  const { items, saving, saved, change } = useSwitches(initial);
  const { sends, address } = initial.mail;
  return (
    <div className="grid gap-3">
      <Table caption="What you are told of">
        <thead>
          <tr>
            <HeadCell>What</HeadCell>
            <HeadCell className="w-px">In the page</HeadCell>
            <HeadCell className="w-px">By e-mail</HeadCell>
          </tr>
        </thead>
        <tbody>
          {items.map(({ kind, inPage, mail }) => (
            <Row key={kind}>
              <th scope="row" className="min-w-28 px-3 py-2 text-start font-normal text-pretty">
                {KIND_NAMES[kind]}
              </th>
              <Cell>
                <Checkbox
                  label={<span className="sr-only">{KIND_NAMES[kind]}: in the page</span>}
                  checked={inPage}
                  onChange={(event) => void change(kind, { inPage: event.target.checked })}
                />
              </Cell>
              <Cell>
                <Select
                  aria-label={`${KIND_NAMES[kind]}: by e-mail`}
                  options={PACES}
                  value={sends ? mail : "off"}
                  disabled={!sends}
                  className="w-28 sm:w-32"
                  onChange={(event) => {
                    const chosen = PACES.find(({ value }) => value === event.target.value);
                    if (chosen) void change(kind, { mail: chosen.value });
                  }}
                />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      <p className="text-xs text-ink-3">
        {sends ? (
          <>
            E-mail goes to <bdi>{address}</bdi>. What comes at once is gathered for a minute or two; once a day is at 07:00 UTC, when there is something new.
            What you have read in the page is not sent.
          </>
        ) : (
          "This installation sends no e-mail. Whoever runs it can change that."
        )}
      </p>
      <p role="status" className="min-h-4 text-xs text-ink-3">
        {saving ? "Saving…" : saved ? "Saved" : ""}
      </p>
    </div>
  );
}

/** The switches as they are shown: at once as one sets them, and as they were when the server did not take it. */
function useSwitches(initial: SwitchesView) {
  const [items, setItems] = useState(initial.items);
  const [saving, setSaving] = useState(0);
  const [saved, setSaved] = useState(false);
  /** One write after the other, so that the last choice is the one that stays. */
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  async function change(kind: NotificationKind, choice: Partial<Switch>): Promise<void> {
    const before = items.find((each) => each.kind === kind);
    const show = (part: Partial<Switch>) => setItems((known) => known.map((each) => (each.kind === kind ? { ...each, ...part } : each)));
    show(choice);
    setSaved(false);
    setSaving((count) => count + 1);
    const written = queue.current.then(() => api.patch<SwitchesView>("/notifications/switches", { kind, ...choice }));
    queue.current = written.catch(() => undefined);
    try {
      await written;
      setSaved(true);
    } catch (error) {
      if (before) show(choice.mail === undefined ? { inPage: before.inPage } : { mail: before.mail });
      toast.error("Not saved: it is as it was", apiErrorOf(error).message);
    }
    setSaving((count) => count - 1);
  }

  return { items, saving: saving > 0, saved, change };
}

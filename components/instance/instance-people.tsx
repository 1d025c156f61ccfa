"use client";

import { Crown, Search, Trash2, UserCheck, UserX } from "lucide-react";
import { debounce, useQueryStates } from "nuqs";
import { useState, useTransition } from "react";
import { ROLE_WORDS } from "@/components/people/role-words";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Pager } from "@/components/ui/pager";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { TextInput } from "@/components/ui/text-input";
import { TimeAgo } from "@/components/ui/time-ago";
import type { InstancePerson } from "@/lib/domain/instance";
import { api } from "@/lib/ui/api";
import { countOf } from "@/lib/ui/format";
import { instanceHref, instanceParams } from "./instance-params";
import { useInstance } from "./use-instance";

interface InstancePeopleProps {
  people: { items: readonly InstancePerson[]; total: number; pageSize: number };
}

/** Milliseconds without typing before the server is asked. */
const PAUSE_MS = 200;

/** Whoever has an account: where they belong, when they were here, and whether they may sign in. */
export function InstancePeople({ people: { items, total, pageSize } }: InstancePeopleProps) {
  const [pending, startTransition] = useTransition();
  const [{ q, page }, set] = useQueryStates(instanceParams, { shallow: false, startTransition });
  const act = useInstance();
  const [asking, setAsking] = useState<{ about: "suspend" | "transfer" | "delete"; person: InstancePerson } | null>(null);
  const suspend = ({ id, name }: InstancePerson) =>
    act(() => api.put(`/instance/people/${id}/suspension`, {}), `${name} is suspended`, `${name} is not suspended`);
  const restore = ({ id, name }: InstancePerson) =>
    act(() => api.delete(`/instance/people/${id}/suspension`), `${name} may sign in again`, `${name} is still suspended`);
  const remove = ({ id, name }: InstancePerson) =>
    act(() => api.delete(`/instance/people/${id}`), `The account of ${name} is deleted`, `${name} still has an account`);
  const transfer = ({ id, name }: InstancePerson) =>
    act(() => api.put("/instance/owner", { userId: id }), `${name} runs the instance now`, "The instance is still yours");

  return (
    <section aria-labelledby="people" className="grid gap-3 border-t border-line py-8">
      <div>
        <h2 id="people" className="font-text text-lg/6 font-semibold">
          People
        </h2>
        <p role="status" className="mt-1 text-sm text-ink-2">
          {q ? `${countOf(total, "person", "people")} found` : `${countOf(total, "account")}.`}
        </p>
      </div>
      <search>
        <TextInput
          type="search"
          aria-label="Search people"
          placeholder="Name or e-mail"
          leading={<Search aria-hidden size={14} />}
          maxLength={200}
          value={q}
          onChange={(event) => void set({ q: event.target.value, page: null }, event.target.value === "" ? {} : { limitUrlUpdates: debounce(PAUSE_MS) })}
        />
      </search>
      {items.length === 0 ? (
        <p className="text-sm text-ink-2">Nobody fits. Each word must stand in the name or the address.</p>
      ) : (
        <div aria-busy={pending} className={cx("transition-opacity", pending && "opacity-60")}>
          <Table caption="People of the instance">
            <thead>
              <tr>
                <HeadCell>Name</HeadCell>
                <HeadCell className="max-sm:hidden">Workspaces</HeadCell>
                <HeadCell className="max-sm:hidden">Last seen</HeadCell>
                <HeadCell>
                  <span className="sr-only">What can be done</span>
                </HeadCell>
              </tr>
            </thead>
            <tbody>
              {items.map((person) => (
                <Row key={person.id}>
                  <Cell className="w-1/2 max-w-0 max-sm:w-full">
                    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
                      <bdi className="truncate">{person.name}</bdi>
                      {person.owner && <Tag>Runs the instance</Tag>}
                      {person.suspendedAt && <Tag>Suspended</Tag>}
                    </p>
                    <p className="truncate text-xs text-ink-3">{person.email}</p>
                    <p className="text-xs text-ink-2 sm:hidden">
                      {person.workspaces.map(({ name }) => name).join(", ") || "No workspace"} ·{" "}
                      {person.lastSeenAt ? <TimeAgo at={person.lastSeenAt} /> : "not seen lately"}
                    </p>
                  </Cell>
                  <Cell className="text-ink-2 max-sm:hidden">
                    {person.workspaces.length === 0 && "None"}
                    {person.workspaces.map(({ id, name, role, closed }) => (
                      <p key={id}>
                        <bdi>{name}</bdi> · {ROLE_WORDS[role].label}
                        {closed && " · closed"}
                      </p>
                    ))}
                  </Cell>
                  <Cell className="whitespace-nowrap text-ink-2 max-sm:hidden">{person.lastSeenAt ? <TimeAgo at={person.lastSeenAt} /> : "Not lately"}</Cell>
                  <Cell className="ps-0 text-end whitespace-nowrap">
                    {!person.owner && !person.suspendedAt && (
                      <>
                        <IconButton
                          label={`Hand the instance over to ${person.name}`}
                          icon={<Crown size={14} />}
                          onClick={() => setAsking({ about: "transfer", person })}
                        />
                        <IconButton label={`Suspend ${person.name}`} icon={<UserX size={14} />} onClick={() => setAsking({ about: "suspend", person })} />
                      </>
                    )}
                    {person.suspendedAt && (
                      <IconButton label={`Let ${person.name} sign in again`} icon={<UserCheck size={14} />} onClick={() => void restore(person)} />
                    )}
                    {!person.owner && (
                      <IconButton
                        label={`Delete the account of ${person.name}`}
                        icon={<Trash2 size={14} />}
                        onClick={() => setAsking({ about: "delete", person })}
                      />
                    )}
                  </Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        </div>
      )}
      <Pager label="Pages of people" page={page} pageSize={pageSize} total={total} hrefFor={(next) => instanceHref({ q, page: next })} />
      {asking?.about === "suspend" && (
        <AlertDialog
          open
          onOpenChange={() => setAsking(null)}
          title={`Suspend ${asking.person.name}?`}
          description="They are signed out everywhere at once and cannot sign in to any workspace. What they wrote stays, their claims go back to the pool. You can undo it."
          confirmLabel="Suspend"
          danger
          onConfirm={() => void suspend(asking.person)}
        />
      )}
      {asking?.about === "delete" && (
        <AlertDialog
          open
          onOpenChange={() => setAsking(null)}
          title={`Delete the account of ${asking.person.name}?`}
          description="Their name, address and settings are removed everywhere. What they wrote stays, as that of a former member; their claims go back to the pool. It cannot be undone."
          confirmLabel="Delete the account"
          danger
          onConfirm={() => void remove(asking.person)}
        />
      )}
      {asking?.about === "transfer" && (
        <AlertDialog
          open
          onOpenChange={() => setAsking(null)}
          title={`Hand the instance over to ${asking.person.name}?`}
          description="They will look after its workspaces and people instead of you, and only they can give it back. Your workspaces and roles stay as they are."
          confirmLabel="Hand it over"
          danger
          onConfirm={() => void transfer(asking.person)}
        />
      )}
    </section>
  );
}

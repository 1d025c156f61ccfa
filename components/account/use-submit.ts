"use client";

import { useEffect, useRef, useState, type FormEvent } from "react";
import { ApiError } from "@/lib/ui/api";

interface Outcome {
  /** What went wrong as a whole. */
  failure: string | null;
  /** What went wrong in one field, by its name. */
  fields: Readonly<Record<string, string>>;
}

const NOTHING: Outcome = { failure: null, fields: {} };

/**
 * A form with a button: what is being sent, and what came back. `send` gets the form's fields; it answers a sentence when it
 * was refused, or throws an ApiError, whose fields are shown at the fields of the form. Nothing typed is ever cleared here.
 */
export function useSubmit(send: (values: FormData) => Promise<string | null>) {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState(NOTHING);
  const form = useRef<HTMLFormElement | null>(null);

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [outcome]);

  async function submit(element: HTMLFormElement) {
    form.current = element;
    setBusy(true);
    setOutcome(NOTHING);
    try {
      setOutcome({ failure: await send(new FormData(element)), fields: {} });
    } catch (error) {
      setOutcome(outcomeOf(error, element));
    }
    setBusy(false);
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!busy) void submit(event.currentTarget);
  }

  return { ...outcome, busy, onSubmit };
}

function outcomeOf(error: unknown, form: HTMLFormElement): Outcome {
  if (!(error instanceof ApiError)) return { failure: "Something went wrong on this page. Nothing was sent; try again.", fields: {} };
  const known = error.fields.filter(({ field }) => form.elements.namedItem(field) !== null);
  const all = known.length > 0 && known.length === error.fields.length;
  return { failure: all ? null : error.message, fields: Object.fromEntries(known.map(({ field, message }) => [field, message])) };
}

/** The text of a field; empty when the form has no such field. */
export function textOf(values: FormData, name: string): string {
  const value = values.get(name);
  return typeof value === "string" ? value : "";
}

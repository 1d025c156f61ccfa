"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { dirtyFields, statusOf, type Fields, type SaveStatus, type Snapshot } from "./autosave";
import { RecordSaver, type SaveRequest } from "./record-saver";
import { useSaveRegistry } from "./save-status";

export interface RecordSaverProps<F extends Fields> {
  /** Whose drafts they are. */
  personId: string;
  /** The record's name, unique in the workspace: "claim:…". Give the component the same key, so that it never changes. */
  record: string;
  snapshot: Snapshot<F>;
  /** True when these values may save themselves; else they wait for `submit`, kept on this device.  */
  autosaves: (values: Fields) => boolean;
  /** True when the button does something that no field need be touched for. */
  acts?: boolean;
  save: (request: SaveRequest) => Promise<Snapshot<F>>;
  /** The record that a conflict carries. Left out for what is new, which conflicts with nothing. */
  readCurrent?: (current: unknown) => Snapshot<F> | null;
  /** Hears what was written here and given up for what somebody else wrote. */
  onSetAside?: (field: string, text: string) => void;
}

/** For records that save themselves whatever they hold. */
export const always = () => true;
/** For forms with a button. */
export const never = () => false;

/** One field on the page: its value, and all that can have happened to it. */
export interface SavedField<V> {
  value: V;
  onChange: (value: V) => void;
  /** Save at once, as on leaving the field. */
  onBlur: () => void;
  error: string | undefined;
  /** Their text, when both sides changed the field. */
  conflict: { theirs: V } | undefined;
  resolve: (value: V) => void;
  /** True when the text came back from this device. */
  restored: boolean;
  /** Back to what the server has. */
  discard: () => void;
}

export interface RecordForm<F extends Fields> {
  field: <K extends keyof F & string>(name: K) => SavedField<F[K]>;
  values: F;
  status: SaveStatus;
  failure: string | null;
  dirty: boolean;
  /** Fields whose text came back from this device. */
  restored: readonly string[];
  /** Saves what has changed, or does what the form is for, now; tells whether all is saved. */
  submit: () => Promise<boolean>;
  discard: () => void;
}

const nothing = () => null;

/** Ties the fields of one record to the server and to this device: saving, drafts, conflicts, errors. */
export function useRecordSaver<F extends Fields>({
  personId,
  record,
  snapshot,
  autosaves,
  acts,
  save,
  readCurrent = nothing,
  onSetAside,
}: RecordSaverProps<F>): RecordForm<F> {
  const registry = useSaveRegistry();
  const [saver] = useState(() => registry.find(record) ?? new RecordSaver({ personId, record }, snapshot, { autosaves, acts, save, readCurrent, onSetAside }));
  const state = useSyncExternalStore(saver.subscribe, saver.getState, saver.getState);

  useEffect(() => saver.configure({ autosaves, acts, save, readCurrent, onSetAside }), [saver, autosaves, acts, save, readCurrent, onSetAside]);
  useEffect(() => saver.receive(snapshot), [saver, snapshot]);
  useEffect(() => registry.hold(record, saver), [registry, record, saver]);

  // The state holds exactly the fields of the snapshot, with their types.
  const [values, conflicts] = [state.values as F, state.conflicts as Partial<F>];

  return {
    field: (name) => {
      const theirs = conflicts[name];
      return {
        value: values[name],
        onChange: (value) => saver.edit(name, value),
        onBlur: () => saver.flush(),
        error: state.errors[name],
        conflict: theirs === undefined ? undefined : { theirs },
        resolve: (value) => saver.resolve(name, value),
        restored: state.restored.includes(name),
        discard: () => saver.discard([name]),
      };
    },
    values,
    status: statusOf(state),
    failure: state.failure,
    dirty: dirtyFields(state).length > 0,
    restored: state.restored,
    submit: () => saver.submit(),
    discard: () => saver.discard(Object.keys(state.values)),
  };
}

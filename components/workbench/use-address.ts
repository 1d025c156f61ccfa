"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { Address, type AddressKey } from "./address";

/** The state in the address of this page. */
export function useAddress(): Address {
  const search = useSearchParams().toString();
  const [address] = useState(() => new Address(search, replaceSearch));
  useEffect(() => address.adopt(search), [address, search]);
  useEffect(() => {
    // Links and commands take one to other pages. The address is written before they do: while the router is on its way, writing would call it back.
    const onKeyDown = (event: KeyboardEvent) => event.key === "Enter" && address.write();
    window.addEventListener("pagehide", address.write);
    document.addEventListener("click", address.write, true);
    document.addEventListener("keydown", onKeyDown, true);
    return () => {
      window.removeEventListener("pagehide", address.write);
      document.removeEventListener("click", address.write, true);
      document.removeEventListener("keydown", onKeyDown, true);
      address.leave();
    };
  }, [address]);
  return address;
}

/** One value of the address, and how to change it. */
export function useAddressValue(address: Address, key: AddressKey): [value: string | null, set: (value: string | null) => void] {
  const read = () => address.get(key);
  const value = useSyncExternalStore(address.subscribe, read, read);
  const set = useCallback((next: string | null) => address.set(key, next), [address, key]);
  return [value, set];
}

function replaceSearch(search: string): void {
  window.history.replaceState(null, "", search === "" ? window.location.pathname : `?${search}`);
}

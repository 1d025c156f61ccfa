import { AsyncLocalStorage } from "node:async_hooks";

/** Where a change comes from. */
export interface Origin {
  /** As the server's log names the request. */
  requestId: string;
  ip: string;
}

const origins = new AsyncLocalStorage<Origin>();

/** Does the work as part of a request: what it writes in the log says which, and from where. */
export function withOrigin<T>(origin: Origin, work: () => Promise<T>): Promise<T> {
  return origins.run(origin, work);
}

/** The request that is being served; null for what the server does by itself. */
export function currentOrigin(): Origin | null {
  return origins.getStore() ?? null;
}

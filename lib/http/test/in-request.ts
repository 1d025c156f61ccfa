import { workAsyncStorage, type WorkStore } from "next/dist/server/app-render/work-async-storage.external";
import { workUnitAsyncStorage, type RequestStore } from "next/dist/server/app-render/work-unit-async-storage.external";
import { RequestCookies } from "next/dist/server/web/spec-extension/cookies";

/** Does the work as Next does it for a request: next-auth asks Next for its cookies. */
export function inRequest<Result>(headers: Headers, work: () => Promise<Result>): Promise<Result> {
  const cookies = new RequestCookies(headers);
  // Of Next's own records of a request, no more than its functions look at.
  const request = { type: "request", phase: "render", headers, cookies } as unknown as RequestStore;
  return workAsyncStorage.run({ route: "/" } as WorkStore, () => workUnitAsyncStorage.run(request, work));
}

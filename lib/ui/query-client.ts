import { QueryClient } from "@tanstack/react-query";

let ofThisBrowser: QueryClient | undefined;

/** The cache of what the page fetched: one for the browser's page; on the server a new one each time, since that serves many people. */
export function queryClient(): QueryClient {
  if (typeof window === "undefined") return newQueryClient();
  return (ofThisBrowser ??= newQueryClient());
}

function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Pages are rendered with fresh data, and writes put their answers into the cache: asking again at once would only flicker.
      queries: { staleTime: 30_000, refetchOnWindowFocus: false, retry: 1 },
    },
  });
}

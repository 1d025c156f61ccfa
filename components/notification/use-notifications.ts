"use client";

import type { NotificationsView, NotificationView } from "@/lib/domain/notification";
import { api } from "@/lib/ui/api";
import { queryKeys } from "@/lib/ui/query-keys";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";

interface Notifications {
  /** Undefined until they are here. The unread ones first, then the latest. */
  list: readonly NotificationView[] | undefined;
  error: Error | null;
  retry: () => void;
  /** Fetches more; null when all are here. */
  more: (() => void) | null;
  fetchingMore: boolean;
  /** Throws `ApiError`. */
  read: (id: string) => Promise<void>;
  /** All that are listed, and what is older. Throws `ApiError`. */
  readAll: () => Promise<void>;
}

/** One's notifications while they are shown. */
export function useNotifications(): Notifications {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: queryKeys.notifications,
    queryFn: ({ pageParam, signal }) => api.get<NotificationsView>(`/notifications${pageParam ? `?cursor=${encodeURIComponent(pageParam)}` : ""}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const list = query.data?.pages.flatMap(({ items }) => items);
  const again = () => client.invalidateQueries({ queryKey: queryKeys.notifications });
  return {
    list,
    error: list ? null : query.error,
    retry: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    fetchingMore: query.isFetchingNextPage,
    read: async (id) => {
      await api.put(`/notifications/${id}/read`, {});
      await again();
    },
    readAll: async () => {
      const latest = list?.map(({ at }) => at).reduce((a, b) => (a > b ? a : b));
      await api.put("/notifications/read", latest === undefined ? {} : { until: latest });
      await again();
    },
  };
}

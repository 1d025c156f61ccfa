import type { NotificationView } from "@/lib/domain/notification";
import { formatDate } from "@/lib/ui/format";

interface Day {
  key: string;
  title: string;
  items: NotificationView[];
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The unread ones, and then the others, each by the days (UTC) on which they came, in the order given. `now` is in milliseconds since the epoch. */
export function byDay(list: readonly NotificationView[], now: number): Day[] {
  const days = new Map<string, Day>();
  for (const item of list) {
    const day = item.at.slice(0, 10);
    const key = `${item.read ? "read" : "unread"} ${day}`;
    const known = days.get(key) ?? { key, title: `${item.read ? "" : "New · "}${nameOf(day, now)}`, items: [] };
    known.items.push(item);
    days.set(key, known);
  }
  return [...days.values()];
}

function nameOf(day: string, now: number): string {
  const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);
  if (day === dayOf(now)) return "Today";
  return day === dayOf(now - DAY_MS) ? "Yesterday" : formatDate(day);
}

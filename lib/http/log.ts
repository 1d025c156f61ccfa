import pino, { type DestinationStream, type Logger } from "pino";
import { env } from "@/lib/env";
import { currentOrigin } from "@/lib/events/origin";
import { scrub } from "./scrub";

/** A log to a destination; standard output unless said. One JSON object a line, with the id of the request that is being served; secrets never reach it (see scrub.ts). */
export function newLog(destination?: DestinationStream): Logger {
  return pino(
    {
      level: env.LOG_LEVEL,
      base: null,
      mixin: () => {
        const origin = currentOrigin();
        return origin ? { requestId: origin.requestId } : {};
      },
      // An object, because that is what a line is made from.
      formatters: { log: (line) => scrub(line) as Record<string, unknown> },
    },
    destination ?? pino.destination(1),
  );
}

/** The server's log. */
export const log = newLog();

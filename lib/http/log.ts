import pino from "pino";
import { env } from "@/lib/env";

/** The server's log: one JSON object a line; secrets never reach it. */
export const log = pino({ level: env.LOG_LEVEL, base: null, redact: ["*.password", "*.token", "*.cookie", "*.authorization"] });

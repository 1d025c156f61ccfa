import { ARABIC } from "./arabic";
import { DEBATE } from "./debate";
import { MARKET } from "./market";
import { MOON } from "./moon";
import type { DemoDocument } from "./types";
import { VLADIVOSTOK } from "./vladivostok";

export { DEMO_ACCOUNTS } from "./accounts";
export { DEMO_SOURCES } from "./sources";

/** The five documents that a demo begins with, with their claims in the order of marking. */
export const DEMO_DOCUMENTS: DemoDocument[] = [VLADIVOSTOK, DEBATE, MOON, MARKET, ARABIC];

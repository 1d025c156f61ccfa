import { parentPort } from "node:worker_threads";
import { outcomeOf } from "@/lib/workers/outcome";
import type { ShareCard } from "./share-card";
import { shareImage } from "./share-image";

parentPort?.on("message", (card: ShareCard) => {
  parentPort?.postMessage({ type: "started" });
  void outcomeOf(() => shareImage(card)).then((message) => parentPort?.postMessage(message));
});

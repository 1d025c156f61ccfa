import "../workers/begin.mjs";

await import("./worker.ts");

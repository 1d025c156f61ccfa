import "../workers/begin.mjs";

await import("./share-image-job.ts");

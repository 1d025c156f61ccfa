// A thread does not inherit the TypeScript loader of the main one (and the built server has none), so it brings its own.
import { register } from "tsx/esm/api";

register();
await import("./share-image-job.ts");

import { floorRules, generalRules } from "./scripts/floors/floors.mjs";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [...floorRules, ...generalRules],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    // Imports of types vanish before the analysis: they are free.
    tsPreCompilationDeps: false,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"], mainFields: ["module", "main"] },
  },
};

/** The product's name, in the one place where it may change. */
export const BRAND = { name: "Assay", tagline: "Fact-check annotation workspace" } as const;

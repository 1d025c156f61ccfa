/** The password of every demo account; refused unless the instance is a demo. */
export const DEMO_PASSWORD = "assay-demo";

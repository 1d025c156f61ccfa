import type { IForbiddenRuleType } from "dependency-cruiser";

export interface Floor {
  path: string;
  may: string[];
  packages: string[];
}

export const FLOORS: Record<string, Floor>;
export const FAMILIES: Record<"react" | "next" | "prisma" | "zod", string>;
export const floorRules: IForbiddenRuleType[];
export const generalRules: IForbiddenRuleType[];

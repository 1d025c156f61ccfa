interface Package {
  version: string;
  dev?: boolean;
  optional?: boolean;
  devOptional?: boolean;
}

export function isInstalled(wanted: Record<string, Package>, found: Record<string, Package> | undefined, options?: { development?: boolean }): boolean;

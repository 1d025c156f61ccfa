export function checkPort(port: number, host: string): Promise<void>;
export function freePort(): Promise<number>;

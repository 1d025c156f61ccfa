import { hash, verify } from "@node-rs/argon2";
import { COMMON_PASSWORDS } from "@/lib/domain/common-passwords";
import { invalidField } from "@/lib/domain/errors";

/** argon2id with 19 MiB, two passes, one lane: the OWASP minimum. About 80 ms. */
const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };
const PARALLEL = 2;

/** Stands for a hash where there is no password: none has it. */
export const NO_PASSWORD = "-";

let running = 0;
const waiting: (() => void)[] = [];

/** At most two hashes at once: more would let a crowd at the door take the memory and the processor. */
async function limited<T>(work: () => Promise<T>): Promise<T> {
  if (running >= PARALLEL) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The argon2id hash of a password. */
export async function hashPassword(password: string): Promise<string> {
  return limited(() => hash(password.normalize("NFKC"), COST));
}

/** True when the password is the one that was hashed; false for a hash that cannot be read. */
export async function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return limited(() => verify(passwordHash, password.normalize("NFKC")).catch(() => false));
}

let decoy: Promise<string> | undefined;

/** The same for an account that may not be there, or may have no password: then it takes as long, and is false. */
export async function verifyPasswordOf(account: { passwordHash: string } | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const known = account && account.passwordHash !== NO_PASSWORD ? account.passwordHash : null;
  return (await verifyPassword(known ?? (await decoy), password)) && known !== null;
}

/** Throws `invalid` for a password that is among the common ones, or is the person's own address. */
export function expectUncommon(password: string, email: string, field = "password"): void {
  const plain = password.toLowerCase();
  if (COMMON_PASSWORDS.has(plain) || plain === email || /^(.)\1*$/u.test(plain))
    throw invalidField(field, "This password is among the first that anybody tries. Choose another one.");
}

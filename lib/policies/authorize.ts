import { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/domain/role";

type Rule = (actor: Actor, ...subject: never[]) => boolean;
type Subject<R extends Rule> = Parameters<R> extends [Actor, ...infer Rest] ? Rest : [];

/** Throws `forbidden` unless the policy's rule says yes. A misspelt action, or a missing subject, does not compile. */
export function authorize<Policy extends Record<string, Rule>, Action extends keyof Policy & string>(
  policy: Policy,
  actor: Actor,
  action: Action,
  ...subject: Subject<Policy[Action]>
): void {
  // Narrowing: the parameter list above is the rule's own, which the compiler loses at the index.
  const rule = policy[action] as (actor: Actor, ...subject: unknown[]) => boolean;
  if (!rule(actor, ...subject)) throw new AppError("forbidden", `Your role (${actor.role}) does not allow this here.`);
}

import type { ReactNode } from "react";

interface ProfileSectionProps {
  /** What links lead to. */
  id?: string;
  title: string;
  description: string;
  children: ReactNode;
}

/** A part of the profile: what it is about beside what can be done. */
export function ProfileSection({ id, title, description, children }: ProfileSectionProps) {
  return (
    <section {...(id ? { id } : {})} className="scroll-mt-16 grid gap-x-10 gap-y-4 border-t border-line py-8 md:grid-cols-[15rem_1fr]">
      <div>
        <h2 className="font-text text-lg/6 font-semibold">{title}</h2>
        <p className="mt-1 text-sm text-pretty text-ink-2">{description}</p>
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}

import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Logo } from "@/components/ui/logo";
import { BRAND } from "@/lib/domain/brand";

interface DoorProps {
  title: string;
  description?: ReactNode;
  children: ReactNode;
}

/** The card in which one signs in, sets up or joins. */
export function Door({ title, description, children }: DoorProps) {
  return (
    <main id="main" className="mx-auto w-full max-w-[26rem] px-4 py-10 sm:py-[9vh]">
      <p className="mb-6 flex justify-center">
        <Logo name={BRAND.name} className="text-xl/none" />
      </p>
      <Card padded={false} className="p-5 shadow-low sm:p-7">
        <h1 dir="auto" className="font-text text-2xl/8 font-semibold tracking-[-0.01em] text-balance">
          {title}
        </h1>
        {description && <div className="mt-1 text-sm text-pretty text-ink-2">{description}</div>}
        <div className="mt-5">{children}</div>
      </Card>
    </main>
  );
}

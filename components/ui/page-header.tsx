import type { ReactNode } from "react";

interface PageHeaderProps {
  title: string;
  /** One line about what is here. */
  description?: ReactNode;
  /** Above the title: where one is. */
  eyebrow?: ReactNode;
  actions?: ReactNode;
  /** 2 where the page's h1 stands elsewhere. */
  level?: 1 | 2;
}

/** The head of a screen; usually holds its only h1. */
export function PageHeader({ title, description, eyebrow, actions, level = 1 }: PageHeaderProps) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {eyebrow && <div className="eyebrow mb-1">{eyebrow}</div>}
        <Heading dir="auto" className="font-text text-2xl/8 font-semibold tracking-[-0.01em] text-balance">
          {title}
        </Heading>
        {description && <p className="mt-1 max-w-prose text-sm text-ink-2">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}

import type { Metadata } from "next";
import { DirectionProvider } from "@/components/ui/direction";
import { Logo } from "@/components/ui/logo";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { BRAND } from "@/lib/domain/brand";
import { ARABIC, ENGLISH, type Words } from "./words";
import { Choices } from "./specimens/choices";
import { Controls } from "./specimens/controls";
import { Feedback } from "./specimens/feedback";
import { Layouts } from "./specimens/layouts";
import { Overlays } from "./specimens/overlays";
import { Panes } from "./specimens/panes";
import { Records } from "./specimens/records";
import { Tones } from "./specimens/tones";
import { Type } from "./specimens/type";

export const metadata: Metadata = { title: "Style guide" };

const COLUMNS: { name: string; theme: "light" | "dark"; dir: "ltr" | "rtl"; words: Words }[] = [
  { name: "Light", theme: "light", dir: "ltr", words: ENGLISH },
  { name: "Dark", theme: "dark", dir: "ltr", words: ENGLISH },
  { name: "Right to left", theme: "light", dir: "rtl", words: ARABIC },
];

export default function StyleGuide() {
  return (
    <>
      <header className="flex h-13 items-center gap-3 border-b border-line bg-surface px-4">
        <Logo name={BRAND.name} />
        <h1 className="text-ink-3">Style guide</h1>
        <span className="flex-1" />
        <ThemeToggle />
      </header>
      <main id="main">
        <Overlays />
        <Panes />
        <div className="grid xl:grid-cols-3">
          {COLUMNS.map((column) => (
            <section
              key={column.name}
              aria-label={column.name}
              data-theme={column.theme}
              dir={column.dir}
              lang={column.words.lang}
              className="grid min-w-0 content-start gap-8 border-line bg-paper p-6 text-ink not-first:border-s"
            >
              <h2 className="font-text text-xl font-semibold">{column.words.column[column.name] ?? column.name}</h2>
              <DirectionProvider dir={column.dir}>
                <Type words={column.words} />
                <Tones words={column.words} />
                <Controls words={column.words} />
                <Choices words={column.words} />
                <Feedback words={column.words} />
                <Records words={column.words} name={column.name} />
                <Layouts words={column.words} />
              </DirectionProvider>
            </section>
          ))}
        </div>
      </main>
    </>
  );
}

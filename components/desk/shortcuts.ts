import type { ShortcutGroup } from "@/components/ui/shortcut-sheet";

/** Every shortcut of the product, for the sheet that "?" opens. */
export const SHORTCUTS: readonly ShortcutGroup[] = [
  {
    heading: "Claims",
    items: [
      { keys: ["j"], label: "Next claim" },
      { keys: ["k"], label: "Previous claim" },
      { keys: ["e"], label: "Add evidence" },
      { keys: ["q"], label: "Ask a question" },
      { keys: ["1", "9"], range: true, label: "Choose a verdict" },
      { keys: ["s"], label: "Skip, with a reason" },
      { keys: ["mod+enter"], label: "Submit, and go to the next" },
    ],
  },
  {
    heading: "Text",
    items: [
      { keys: ["n"], label: "New claim from the selection" },
      { keys: ["a"], label: "Add the selection to the claim" },
      { keys: ["m"], label: "Discuss the selection" },
      { keys: ["[", "]"], label: "Shorten, lengthen by a word" },
      { keys: ["shift+[", "shift+]"], label: "The same at the beginning" },
    ],
  },
  {
    heading: "Needs a look",
    items: [
      { keys: ["1", "3"], range: true, label: "Put the quote at a suggested place" },
      { keys: ["h"], label: "Choose the words by hand" },
      { keys: ["d"], label: "Drop the quote" },
      { keys: ["j", "k"], label: "Next, previous quote" },
    ],
  },
  {
    heading: "Disagreements",
    items: [
      { keys: ["1", "9"], range: true, label: "Take an assessment" },
      { keys: ["w"], label: "Write another verdict" },
      { keys: ["q"], label: "Send back with a question" },
      { keys: ["n"], label: "None is right" },
    ],
  },
  {
    heading: "Correcting the text",
    items: [
      { keys: ["enter"], label: "Open a block; in it, split it" },
      { keys: ["shift+enter"], label: "Break the line" },
      { keys: ["escape"], label: "Close the block" },
      { keys: ["mod+enter"], label: "See what will happen" },
    ],
  },
  {
    heading: "Moderation",
    items: [
      { keys: ["j", "k"], label: "Next, previous thing" },
      { keys: ["y"], label: "Keep it" },
      { keys: ["h", "r"], label: "Hide it, show it again" },
      { keys: ["e"], label: "Hand it to an admin" },
      { keys: ["x"], label: "Choose it, to decide about several" },
    ],
  },
  {
    heading: "Everywhere",
    items: [
      { keys: ["mod+k"], label: "Command palette" },
      { keys: ["/"], label: "Search" },
      { keys: ["mod+z"], label: "Undo" },
      { keys: ["mod+shift+z"], label: "Do again what was undone" },
      { keys: ["?"], label: "This sheet" },
    ],
  },
];

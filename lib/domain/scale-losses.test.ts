import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DATASET_CLASSES, DATASET_FORMS, datasetWord, type Outgoing } from "./outgoing";
import { OutgoingField } from "./outgoing-field";
import { TONES } from "./scale";
import { scaleLosses } from "./scale-losses";
import { SCALE_TEMPLATES } from "./scale-templates";
import { withUsualClasses } from "./usual-classes";

const label = (name: string, rating: number | null, retired = false) => ({ name, rating, retired });

describe("what a published verdict loses in ClaimReview", () => {
  it("is nothing where each label has a number of its own, and nothing is said of a plain conclusion", () => {
    expect(scaleLosses([label("True", 3), label("False", 1)], "claimReview")).toEqual([]);
    expect(scaleLosses([], "claimReview")).toEqual([]);
  });

  it("is told of labels that share a number or a word, and of those without a number", () => {
    const labels = [label("True", 3), label("Right", 3), label("False", 1), label("Satire", null), label("Old", 1, true)];
    expect(scaleLosses(labels, "claimReview")).toEqual([
      "“True” and “Right” have the same number (3): by it nobody can tell them apart.",
      "“Satire” has no number: ClaimReview gets the word only.",
    ]);
    expect(scaleLosses([label("True", 3), { ...label("Right", 2), outgoing: { claimReview: "True" } }], "claimReview")).toEqual([
      "“True” and “Right” both become “True”: which of them it was is lost.",
    ]);
  });

  it("is every number where there are not two", () => {
    expect(scaleLosses([label("Supported", null), label("Refuted", 1)], "claimReview")).toEqual([
      "ClaimReview gets words only: a rating needs at least two different numbers on the scale.",
    ]);
  });
});

describe("what it loses in a dataset", () => {
  it("is nothing where labels and classes are the same", () => {
    const labels = DATASET_CLASSES.averitec.map((name) => label(name, null));
    expect(scaleLosses(labels, "averitec")).toEqual([]);
  });

  it("is told of labels in one class, of those without one, and of words that the form does not know", () => {
    const labels = [
      { ...label("True", 3), outgoing: { scifact: "SUPPORT" as const } },
      { ...label("Mostly true", 2), outgoing: { scifact: "SUPPORT" as const } },
      { ...label("Satire", null), outgoing: { scifact: null } },
      label("Odd", null),
    ];
    expect(scaleLosses(labels, "scifact")).toEqual([
      "“True” and “Mostly true” both become “SUPPORT”: which of them it was is lost.",
      "“Satire” has no class: claims with it are left out.",
      "“Odd” is no class of SciFact: it goes out as it is.",
    ]);
  });

  it("is said once where no label is a class of the form", () => {
    expect(scaleLosses([label("True", 3), label("False", 1)], "averitec")).toEqual(["No label is a class of AVeriTeC: each goes out by its own name."]);
  });

  const labels = fc.uniqueArray(
    fc.record({
      name: fc.string({ minLength: 1 }),
      rating: fc.constant(null),
      tone: fc.constantFrom(...TONES),
      outgoing: fc.constantFrom<Outgoing>({}, { clef: "TRUE" }, { clef: "FALSE" }, { clef: null }),
    }),
    { selector: ({ name }) => name, maxLength: 8 },
  );

  it("is nothing exactly where each label is a class that no other one is", () => {
    fc.assert(
      fc.property(labels, (drawn) => {
        const words = drawn.map((each) => datasetWord(each, "clef"));
        const whole = new Set(words).size === words.length && words.every((word) => DATASET_CLASSES.clef.some((each) => each === word));
        expect(scaleLosses(drawn, "clef").length === 0).toBe(whole);
      }),
    );
  });

  it("names every label that is lost", () => {
    fc.assert(
      fc.property(labels, (drawn) => {
        const said = scaleLosses(drawn, "clef").join(" ");
        for (const each of drawn) if (datasetWord(each, "clef") === null) expect(said).toContain(`“${each.name}”`);
      }),
    );
  });

  it("can be chosen anew: the usual classes are such as the form has, and leave what was chosen", () => {
    for (const { labels: template } of SCALE_TEMPLATES)
      for (const each of template) {
        expect(OutgoingField.safeParse(withUsualClasses(each)).success).toBe(true);
        expect(withUsualClasses({ ...each, outgoing: { averitec: null } }).averitec).toBeNull();
      }
    for (const form of DATASET_FORMS) {
      const own = SCALE_TEMPLATES.find(({ key }) => key === form)?.labels ?? [];
      expect(
        scaleLosses(
          own.map((each) => ({ ...each, outgoing: withUsualClasses(each) })),
          form,
        ),
      ).toEqual([]);
    }
  });
});

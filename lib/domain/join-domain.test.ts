import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asciiDomain, domainOf, domainProblem, isPublicProvider, meantDomain } from "./join-domain";

describe("a domain", () => {
  it.each([
    ["Good.ORG", "good.org"],
    [" @good.org ", "good.org"],
    ["bücher.example", "xn--bcher-kva.example"],
    ["BÜCHER.example", "xn--bcher-kva.example"],
    ["xn--bcher-kva.example", "xn--bcher-kva.example"],
    ["news.co.uk", "news.co.uk"],
    // With a Cyrillic о: another domain, and seen to be one.
    ["gооd.org", "xn--gd-fmca.org"],
  ])("%j is kept as %j", (written, kept) => {
    expect([meantDomain(written), domainProblem(meantDomain(written))]).toEqual([kept, null]);
  });

  it.each(
    [
      ...[
        "",
        "good",
        "localhost",
        "good.org.",
        ".good.org",
        "good..org",
        "*.good.org",
        "*",
        "a@good.org",
        "good.org@evil.com",
        "good.org/x",
        "good.org:25",
        "good.org?x",
      ],
      ...["good.org#x", "https://good.org", "127.0.0.1", "0x7f.1", "[::1]", "go od.org", "good\\org.com", "%67ood.org", "-good.org", "good-.org", "xn--.org"],
      ...["go\u200bod.org", "good.org\u0000", "good.org, evil.com", `${"a".repeat(64)}.org`, `${"a.".repeat(150)}org`],
    ].map((written) => [written]),
  )("%j is refused", (written) => {
    expect(domainProblem(meantDomain(written))).not.toBeNull();
  });

  it("is kept as what it was kept as", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.domain()), (written) => {
        const kept = asciiDomain(written);
        if (kept !== null) expect([asciiDomain(kept), /^[a-z0-9.-]+$/.test(kept)]).toEqual([kept, true]);
      }),
    );
  });

  it("is the public's where everybody gets an address", () => {
    expect(["gmail.com", "good.org", "notgmail.com"].map(isPublicProvider)).toEqual([true, false, false]);
  });
});

describe("the domain of an address", () => {
  it.each([
    ["ada@good.org", "good.org"],
    ["Ada@GOOD.org", "good.org"],
    ["ada@bücher.example", "xn--bcher-kva.example"],
    ["ada@mail.good.org", "mail.good.org"],
    ["a@evil.com@good.org", null],
    ['"a@evil.com"@good.org', null],
    ["ada@good.org.", null],
    ["@good.org", null],
    ["good.org", null],
    ["ada@good.org%00.evil.com", null],
    ["ada@good.org/@evil.com", null],
  ])("of %j is %j", (email, domain) => {
    expect(domainOf(email)).toBe(domain);
  });
});

import { describe, expect, it } from "vitest";
import { HOME_PATH, nextPath } from "./next-path";

describe("nextPath", () => {
  it.each(["/documents", "/documents/abc?claim=3#text", "/profile", "/", "/a:b", "/sources?q=%2F%2Fevil.org", "/signing"])("keeps %s", (path) => {
    expect(nextPath(path)).toBe(path);
  });

  it.each([
    undefined,
    "",
    "documents",
    "https://evil.org",
    "//evil.org",
    "///evil.org",
    "/\\evil.org",
    "\\\\evil.org",
    "/\t/evil.org",
    "/\n/evil.org",
    " //evil.org",
    "/.//evil.org",
    "/a/..//evil.org",
    "/%2e//evil.org",
    "javascript:alert(1)",
    "/sign-in",
    "/sign-in?next=/sign-in",
    "/setup?token=x",
    "/invitation",
    "/join?token=x",
    "/api/auth/signout",
  ])("refuses %j", (path) => {
    expect(nextPath(path)).toBe(HOME_PATH);
  });
});

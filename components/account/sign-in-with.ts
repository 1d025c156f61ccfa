"use client";

import { getCsrfToken, signIn } from "next-auth/react";

const UNREACHABLE = "The server cannot be reached. Nothing was lost; try again in a moment.";

/** Signs in with e-mail and password. Null when that worked, else the sentence that says why not. A second step may follow, for which the sign-in page asks. */
export async function signInWith(email: string, password: string): Promise<string | null> {
  return tryBy("credentials", { email, password }, "The e-mail address or the password is not right.");
}

/** Signs in by the link of a letter. Null when that worked, else the sentence that says why not. */
export async function signInWithLink(token: string): Promise<string | null> {
  return tryBy("link", { token }, "This link does not work any more. Ask for a new one.");
}

/** Takes the second step with a code. Null when that worked, else the sentence that says why not. */
export async function signInWithCode(code: string): Promise<string | null> {
  return tryBy("code", { code }, "This code is not right, or was used already. Wait for the next one.");
}

async function tryBy(provider: string, given: Record<string, string>, refused: string): Promise<string | null> {
  try {
    // Without an answer here the library would leave for a page of its own, and take what was typed along.
    if (!(await getCsrfToken())) return UNREACHABLE;
    const answer = await signIn(provider, { redirect: false, ...given });
    return answer?.ok && !answer.error ? null : reasonOf(answer?.error, refused);
  } catch {
    return UNREACHABLE;
  }
}

/** The sentences of the server's own that are meant for people. */
const OWN = ["Too many requests", "The first step was", "This link does not", "Your account belongs"];

function reasonOf(error: string | null | undefined, refused: string): string {
  if (error === "CredentialsSignin") return refused;
  if (error && OWN.some((beginning) => error.startsWith(beginning))) return error;
  return "The server could not sign you in. Try again in a moment.";
}

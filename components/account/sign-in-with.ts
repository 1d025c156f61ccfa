"use client";

import { getCsrfToken, signIn } from "next-auth/react";

const UNREACHABLE = "The server cannot be reached. Nothing was lost; try again in a moment.";

/** Signs in with e-mail and password. Null when that worked, else the sentence that says why not. */
export async function signInWith(email: string, password: string): Promise<string | null> {
  try {
    // Without an answer here the library would leave for a page of its own, and take what was typed along.
    if (!(await getCsrfToken())) return UNREACHABLE;
    const answer = await signIn("credentials", { redirect: false, email, password });
    return answer?.ok && !answer.error ? null : reasonOf(answer?.error);
  } catch {
    return UNREACHABLE;
  }
}

function reasonOf(error: string | null | undefined): string {
  if (error === "CredentialsSignin") return "The e-mail address or the password is not right.";
  // The one sentence of the server's own that is meant for people.
  if (error?.startsWith("Too many requests")) return error;
  return "The server could not sign you in. Try again in a moment.";
}

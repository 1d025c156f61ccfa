import Link from "next/link";
import { Button } from "@/components/ui/button";

/** The way back to the door. */
export function SignInLink() {
  return (
    <Button asChild size="lg" className="w-full">
      <Link href="/sign-in">Back to sign-in</Link>
    </Button>
  );
}

"use client";

import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { BRAND } from "@/lib/domain/brand";
import { saveFile } from "@/lib/ui/save-file";

interface RecoveryCodesProps {
  codes: readonly string[];
  onKept: () => void;
}

/** The codes for when the app is lost, this once. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  function download() {
    const text = `Recovery codes of ${BRAND.name}, ${window.location.host}. Each works once.\n\n${codes.join("\n")}\n`;
    saveFile({ name: "recovery-codes.txt", content: new Blob([text], { type: "text/plain" }) });
  }
  return (
    <div className="grid gap-4">
      <p className="text-sm">
        <strong className="font-semibold">Keep these codes where you find them without your device.</strong> Each signs you in once in the place of the app.
        They are shown only now.
      </p>
      <ul aria-label="Recovery codes" dir="ltr" className="grid gap-x-6 gap-y-1 rounded border border-line bg-sunk px-4 py-3 font-mono text-sm sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button icon={<Download aria-hidden size={14} />} onClick={download}>
          Download
        </Button>
        <Button variant="primary" onClick={onKept}>
          I have kept them
        </Button>
      </div>
    </div>
  );
}

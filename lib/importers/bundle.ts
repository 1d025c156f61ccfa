import type { BundleManifest } from "@/lib/domain/bundle";
import { DocumentRecords } from "@/lib/domain/document-records";
import { AppError } from "@/lib/domain/errors";
import { readArchive } from "./bundle-archive";
import { checkBundle } from "./bundle-check";
import { recordsFault } from "./bundle-records";
import { parsedJson } from "./parsed-json";

export interface ReadBundle {
  manifest: BundleManifest;
  records: DocumentRecords;
}

/** The records in a bundle, once all of it is as its manifest says. Throws `invalid` or `too_large` with one sentence. */
export async function readBundle(bytes: Uint8Array): Promise<ReadBundle> {
  const archive = await readArchive(bytes);
  const { manifest, faults } = checkBundle(archive);
  const [first, ...more] = faults;
  if (first !== undefined || !manifest)
    throw refused(`The bundle is not as it was made. ${first ?? ""}${more.length === 0 ? "" : ` And ${more.length} more.`}`);
  const bytesOfRecords = archive.files.get("records.json");
  if (!bytesOfRecords)
    throw refused(
      "This bundle holds no records: it is for reading. One that can be brought in is taken out by an editor, for the desk, with every claim, the assessments and confidential sources.",
    );
  const parsed = DocumentRecords.safeParse(parsedJson(bytesOfRecords));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw refused(`The records in the bundle cannot be read: ${issue ? `${issue.path.join(".") || "records.json"}: ${issue.message}` : "they are not JSON."}`);
  }
  const fault = recordsFault(parsed.data);
  if (fault) throw refused(`The records in the bundle do not fit together: ${fault}`);
  return { manifest, records: parsed.data };
}

function refused(sentence: string): AppError {
  return new AppError("invalid", sentence, { fields: [{ field: "dataBase64", message: sentence }] });
}

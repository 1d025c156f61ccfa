import { setImmediate as turn } from "node:timers/promises";
import { z } from "zod";
import type { BundleManifest } from "@/lib/domain/bundle";
import { ClaimRecord, CLAIMS_MAX, DocumentRecords } from "@/lib/domain/document-records";
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
  const records = await recordsIn(parsedJson(bytesOfRecords));
  const fault = recordsFault(records);
  if (fault) throw refused(`The records in the bundle do not fit together: ${fault}`);
  return { manifest, records };
}

/** Claims are many, and each is large: they are read one by one, and others have their turn. */
const WithUnreadClaims = DocumentRecords.extend({ claims: z.array(z.unknown()).max(CLAIMS_MAX, `More than ${CLAIMS_MAX} claims.`) });
/** How many claims are read before others have their turn. */
const SLICE = 50;

async function recordsIn(value: unknown): Promise<DocumentRecords> {
  const { claims, ...around } = read(WithUnreadClaims, value);
  const known: DocumentRecords["claims"] = [];
  for (const [index, claim] of claims.entries()) {
    known.push(read(ClaimRecord, claim, `claims.${index}`));
    if (index % SLICE === 0) await turn();
  }
  return { ...around, claims: known };
}

function read<Schema extends z.ZodType>(schema: Schema, value: unknown, at = ""): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = [at, ...(issue?.path ?? [])].filter((part) => part !== "").join(".");
  throw refused(`The records in the bundle cannot be read: ${place || "records.json"}: ${issue?.message ?? "not JSON."}`);
}

function refused(sentence: string): AppError {
  return new AppError("invalid", sentence, { fields: [{ field: "dataBase64", message: sentence }] });
}

import { adoptDatabase } from "@/lib/db/client";
import { openDatabase, type Location } from "@/lib/db/open";
import type { Actor } from "@/lib/domain/role";
import { createClaim, type MadeDocument } from "@/prisma/factories";

/* Marks claims until it is killed, and says each that is committed. For tests. */

const [location = "", actor = "", document = ""] = process.argv.slice(2);
const database = await openDatabase(JSON.parse(location) as Location); // the test's own, like the rest
adoptDatabase(database);
for (;;) {
  const { id } = await createClaim(database.prisma, { actor: JSON.parse(actor) as Actor, document: JSON.parse(document) as MadeDocument });
  process.stdout.write(`${id}\n`);
}

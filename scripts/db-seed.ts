// Fill an empty database with the demo.
import { configuredLocation } from "@/lib/db/client";
import { openDatabase } from "@/lib/db/open";
import { seedDemo } from "@/prisma/seed";

const database = await openDatabase(configuredLocation());
const before = await database.prisma.user.count();
await seedDemo(database.prisma);
await database.close();
console.log(before === 0 ? "The demo is in." : "There are accounts already: nothing was changed.");

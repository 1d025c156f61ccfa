import { z } from "zod";

// Our policy lets no script make code from text. Zod would try to, and go on without; but the browser would report it.
z.config({ jitless: true });

export { z };

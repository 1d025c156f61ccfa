import type { PGlite } from "@electric-sql/pglite";
import pg from "pg";

/** Who hears the notices of the database. */
export interface Hearing {
  heard: (channel: string, payload: string) => void;
  /** Some notices may have been missed: look at everything. */
  missed: () => void;
}

/** Ends the listening. */
export type Deaf = () => Promise<void>;

/** How often to look for oneself while the server's connection is gone, in milliseconds. */
const LOOK_MS = 500;
/** How often the connection is proved to live, in milliseconds; with it, everything is looked at once. */
const PROVE_MS = 15_000;
const RECONNECT_MS = [100, 500, 2_000, 5_000];

/** Hears what this process itself does: nobody else has the embedded database. */
export async function listenInProcess(client: PGlite, channels: readonly string[], { heard }: Hearing): Promise<Deaf> {
  const ends = await Promise.all(channels.map((channel) => client.listen(channel, (payload) => heard(channel, payload))));
  return async () => {
    for (const end of ends) if (!client.closed) await end();
  };
}

/**
 * Hears what every process does, on a connection of its own. While it is broken the listener is asked to look for itself twice a second; it is made anew as
 * soon as the server answers.
 */
export async function listenOnServer(url: string, channels: readonly string[], hearing: Hearing): Promise<Deaf> {
  const listener = new ServerListener(url, channels, hearing);
  await listener.connect();
  return () => listener.close();
}

class ServerListener {
  private client: pg.Client | null = null;
  private failures = 0;
  private closed = false;
  private looking: NodeJS.Timeout | undefined;
  private proving: NodeJS.Timeout | undefined;
  private reconnecting: NodeJS.Timeout | undefined;
  private readonly url: string;
  private readonly channels: readonly string[];
  private readonly hearing: Hearing;

  constructor(url: string, channels: readonly string[], hearing: Hearing) {
    this.url = url;
    this.channels = channels;
    this.hearing = hearing;
  }

  async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: "assay live",
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
    });
    client.on("error", () => this.lost(client));
    client.on("end", () => this.lost(client));
    client.on("notification", ({ channel, payload }) => this.hearing.heard(channel, payload ?? ""));
    this.client = client;
    try {
      await client.connect();
      for (const channel of this.channels) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    } catch {
      this.lost(client);
      return;
    }
    this.failures = 0;
    clearInterval(this.looking);
    this.looking = undefined;
    this.proving = setInterval(() => void this.prove(client), PROVE_MS).unref();
    this.hearing.missed();
  }

  async close(): Promise<void> {
    this.closed = true;
    const client = this.client;
    this.client = null;
    for (const timer of [this.looking, this.proving, this.reconnecting]) clearTimeout(timer);
    await client?.end().catch(() => undefined);
  }

  private async prove(client: pg.Client): Promise<void> {
    try {
      await client.query("SELECT 1");
      this.hearing.missed();
    } catch {
      this.lost(client);
    }
  }

  private lost(client: pg.Client): void {
    if (this.closed || this.client !== client) return;
    this.client = null;
    clearInterval(this.proving);
    client.end().catch(() => undefined);
    this.looking ??= setInterval(() => this.hearing.missed(), LOOK_MS).unref();
    const wait = RECONNECT_MS[Math.min(this.failures, RECONNECT_MS.length - 1)];
    this.failures += 1;
    this.reconnecting = setTimeout(() => void this.connect(), wait).unref();
  }
}

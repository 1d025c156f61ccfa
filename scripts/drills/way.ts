import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A way to a server that can be blocked: what is sent on it then goes nowhere, or it is cut. */
export interface Way {
  port: number;
  /** Nothing gets through any more; connections stay. */
  hang: () => void;
  /** Connections break, and new ones are refused. */
  cut: () => void;
  /** All is well again. What waited gets through. */
  open: () => void;
  close: () => Promise<void>;
}

/** Makes a way to that port of this machine. */
export async function wayTo(port: number): Promise<Way> {
  let state: "open" | "hanging" | "cut" = "open";
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    if (state === "cut") return void near.destroy();
    const far = connect(port, "127.0.0.1");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
      if (state === "hanging") one.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port, // a TCP server's
    hang: () => {
      state = "hanging";
      for (const socket of sockets) socket.pause();
    },
    cut: () => {
      state = "cut";
      for (const socket of sockets) socket.destroy();
    },
    open: () => {
      state = "open";
      for (const socket of sockets) socket.resume();
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

import { createServer, type Server, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

/** A server that takes mail, for tests: the plain conversation of RFC 5321. */
export interface SmtpServer {
  url: string;
  /** What was taken, as it came over the wire, the dots of transparency removed. */
  letters: { to: string[]; data: string }[];
  /** Answers this instead of taking the next letter. */
  refuse: (answer: string) => void;
  /** Takes no connection until it is opened again at the same address. */
  close: () => Promise<void>;
  open: () => Promise<void>;
}

export async function smtpServer(): Promise<SmtpServer> {
  const letters: SmtpServer["letters"] = [];
  const refusals: string[] = [];
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  let port = 0;
  const open = () =>
    new Promise<void>((resolve) => {
      server = createServer((socket) => {
        sockets.add(socket);
        socket.on("close", () => sockets.delete(socket)).on("error", () => undefined);
        converse(socket, letters, refusals);
      }).listen(port, "127.0.0.1", () => {
        // A TCP server has an address of this shape.
        port = (server?.address() as AddressInfo).port;
        resolve();
      });
    });
  await open();
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    letters,
    refuse: (answer) => void refusals.push(answer),
    open,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server?.close(() => resolve());
      }),
  };
}

function converse(socket: Socket, letters: SmtpServer["letters"], refusals: string[]): void {
  let buffer = "";
  let to: string[] = [];
  let inData = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  say("220 test ESMTP");
  socket.on("data", (chunk) => {
    buffer += chunk.toString("latin1");
    for (;;) {
      const end = buffer.indexOf(inData ? "\r\n.\r\n" : "\r\n");
      if (end === -1) return;
      const part = buffer.slice(0, end);
      buffer = buffer.slice(end + (inData ? 5 : 2));
      if (inData) {
        inData = false;
        const refusal = refusals.shift();
        if (refusal === undefined) letters.push({ to, data: part.replace(/^\.\./gm, ".") });
        say(refusal ?? "250 taken");
      } else if (/^EHLO/i.test(part)) say("250 test");
      else if (/^MAIL FROM/i.test(part)) {
        to = [];
        say("250 ok");
      } else if (/^RCPT TO/i.test(part)) {
        to.push(/<(.*)>/.exec(part)?.[1] ?? "");
        say("250 ok");
      } else if (/^DATA/i.test(part)) {
        inData = true;
        say("354 go on");
      } else if (/^QUIT/i.test(part)) {
        say("221 bye");
        socket.end();
      } else say("502 unknown");
    }
  });
}
